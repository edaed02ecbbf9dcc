/** Payments by any gateway that speaks the protocol of docs/payment-http.md. */
@NullMarked
package org.orders.adapter.signedjson;

import org.jspecify.annotations.NullMarked;
