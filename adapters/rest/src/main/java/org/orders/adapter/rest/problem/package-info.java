/** Every non-2xx answer: RFC 9457 problems, and the pages their types lead to. */
@NullMarked
package org.orders.adapter.rest.problem;

import org.jspecify.annotations.NullMarked;
