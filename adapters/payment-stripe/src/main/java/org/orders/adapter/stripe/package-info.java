/** Payments by Stripe, or by any server that speaks its API. */
@NullMarked
package org.orders.adapter.stripe;

import org.jspecify.annotations.NullMarked;
