/** An adapter that is used by another one. */
@NullMarked
package org.orders.bootstrap.architecture.violation.adapter.persistence;

import org.jspecify.annotations.NullMarked;
