/** Stock, its ledger, and what holds it. */
@NullMarked
package org.orders.integration.inventory;

import org.jspecify.annotations.NullMarked;
