/** The kit itself is tested: carriers with one flaw each must be found out. */
@NullMarked
package org.orders.contractkit.fulfilment;

import org.jspecify.annotations.NullMarked;
