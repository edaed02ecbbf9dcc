/** Counting stock and explaining it. */
@NullMarked
package org.orders.application.inventory;

import org.jspecify.annotations.NullMarked;
