/** Customers in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.customer;

import org.jspecify.annotations.NullMarked;
