/** Tests of the Stripe adapter against a server that speaks Stripe's API. */
@NullMarked
package org.orders.adapter.stripe;

import org.jspecify.annotations.NullMarked;
