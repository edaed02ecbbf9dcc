/** Placing orders, changing them, moving them on, looking them up. */
@NullMarked
package org.orders.application.order;

import org.jspecify.annotations.NullMarked;
