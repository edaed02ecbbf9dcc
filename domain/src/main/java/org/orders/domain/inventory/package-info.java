/** How many there are, how many are promised, and why. */
@NullMarked
package org.orders.domain.inventory;

import org.jspecify.annotations.NullMarked;
