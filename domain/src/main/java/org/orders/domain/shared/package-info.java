/** Values that every feature of the domain speaks of. */
@NullMarked
package org.orders.domain.shared;

import org.jspecify.annotations.NullMarked;
