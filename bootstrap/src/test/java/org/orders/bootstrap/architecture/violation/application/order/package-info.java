/** An application that knows too much. */
@NullMarked
package org.orders.bootstrap.architecture.violation.application.order;

import org.jspecify.annotations.NullMarked;
