/** The description of the API at {@code /q/openapi}, made when the service is built. */
@NullMarked
package org.orders.adapter.rest.openapi;

import org.jspecify.annotations.NullMarked;
