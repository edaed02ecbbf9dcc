/** Shipments over HTTP. */
@NullMarked
package org.orders.adapter.rest.fulfilment;

import org.jspecify.annotations.NullMarked;
