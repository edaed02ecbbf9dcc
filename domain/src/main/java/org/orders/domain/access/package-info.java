/** Who acts. */
@NullMarked
package org.orders.domain.access;

import org.jspecify.annotations.NullMarked;
