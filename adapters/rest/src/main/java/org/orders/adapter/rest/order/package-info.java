/** Orders over HTTP. */
@NullMarked
package org.orders.adapter.rest.order;

import org.jspecify.annotations.NullMarked;
