/** A small house that breaks every rule, each once. */
@NullMarked
package org.orders.bootstrap.architecture.violation;

import org.jspecify.annotations.NullMarked;
