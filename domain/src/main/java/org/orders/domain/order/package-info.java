/** Orders, from placing to delivery. */
@NullMarked
package org.orders.domain.order;

import org.jspecify.annotations.NullMarked;
