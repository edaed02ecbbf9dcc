/** An adapter that uses another one. */
@NullMarked
package org.orders.bootstrap.architecture.violation.adapter.rest;

import org.jspecify.annotations.NullMarked;
