/** Payments in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.payment;

import org.jspecify.annotations.NullMarked;
