/** The HTTP face of the service. */
@NullMarked
package org.orders.adapter.rest;

import org.jspecify.annotations.NullMarked;
