/** Orders from preview to delivery, and the races between those who want the same. */
@NullMarked
package org.orders.integration.order;

import org.jspecify.annotations.NullMarked;
