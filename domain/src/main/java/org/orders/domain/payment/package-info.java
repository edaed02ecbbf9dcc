/** What was, or will be, paid for an order. */
@NullMarked
package org.orders.domain.payment;

import org.jspecify.annotations.NullMarked;
