/** Paying for orders. */
@NullMarked
package org.orders.application.payment;

import org.jspecify.annotations.NullMarked;
