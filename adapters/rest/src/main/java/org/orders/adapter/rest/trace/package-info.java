/** What can be followed: request ids, trace ids, a log line a request. */
@NullMarked
package org.orders.adapter.rest.trace;

import org.jspecify.annotations.NullMarked;
