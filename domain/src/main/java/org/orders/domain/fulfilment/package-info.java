/** How what was ordered reaches the customer. */
@NullMarked
package org.orders.domain.fulfilment;

import org.jspecify.annotations.NullMarked;
