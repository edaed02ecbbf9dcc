/** Gives the use cases the adapters they need, and the adapters the use cases they drive. */
@NullMarked
package org.orders.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
