/** Stock and its ledger in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.inventory;

import org.jspecify.annotations.NullMarked;
