/** A domain that knows too much. */
@NullMarked
package org.orders.bootstrap.architecture.violation.domain.order;

import org.jspecify.annotations.NullMarked;
