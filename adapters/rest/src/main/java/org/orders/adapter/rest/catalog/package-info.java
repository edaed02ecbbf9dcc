/** Products and their stock over HTTP. */
@NullMarked
package org.orders.adapter.rest.catalog;

import org.jspecify.annotations.NullMarked;
