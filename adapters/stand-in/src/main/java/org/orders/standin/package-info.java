/**
 * What the built-in stand-ins for outside parties are made of: books in a schema of their own, and
 * a wire to them on which calls are late or lost.
 */
@NullMarked
package org.orders.standin;

import org.jspecify.annotations.NullMarked;
