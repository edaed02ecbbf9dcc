/** Customers over HTTP. */
@NullMarked
package org.orders.adapter.rest.customer;

import org.jspecify.annotations.NullMarked;
