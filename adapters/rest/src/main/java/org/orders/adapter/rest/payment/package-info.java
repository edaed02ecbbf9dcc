/** Payments over HTTP. */
@NullMarked
package org.orders.adapter.rest.payment;

import org.jspecify.annotations.NullMarked;
