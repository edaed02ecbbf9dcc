/** Tests of the guard. */
@NullMarked
package org.orders.adapter.guard;

import org.jspecify.annotations.NullMarked;
