/** Tests of what `make new-gateway` makes from this module. */
@NullMarked
package org.orders.scaffold;

import org.jspecify.annotations.NullMarked;
