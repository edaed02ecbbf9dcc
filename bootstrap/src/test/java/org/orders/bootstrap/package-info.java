/** The wired service as a whole, and what of it is shipped. */
@NullMarked
package org.orders.bootstrap;

import org.jspecify.annotations.NullMarked;
