/** Products as callers see and administrators keep them. */
@NullMarked
package org.orders.integration.catalog;

import org.jspecify.annotations.NullMarked;
