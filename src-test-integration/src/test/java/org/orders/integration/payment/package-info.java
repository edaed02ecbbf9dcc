/** Paying by invoice and booking the payment. */
@NullMarked
package org.orders.integration.payment;

import org.jspecify.annotations.NullMarked;
