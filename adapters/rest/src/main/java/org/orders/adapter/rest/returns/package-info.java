/** Returns over HTTP. */
@NullMarked
package org.orders.adapter.rest.returns;

import org.jspecify.annotations.NullMarked;
