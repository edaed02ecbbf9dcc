/** The one place that sees every layer and wires them. */
@NullMarked
package org.orders.bootstrap;

import org.jspecify.annotations.NullMarked;
