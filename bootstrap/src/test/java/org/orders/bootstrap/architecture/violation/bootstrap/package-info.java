/** The wiring that nobody may depend on. */
@NullMarked
package org.orders.bootstrap.architecture.violation.bootstrap;

import org.jspecify.annotations.NullMarked;
