/** How both contracts are put to those who break them. */
@NullMarked
package org.orders.contractkit.shared;

import org.jspecify.annotations.NullMarked;
