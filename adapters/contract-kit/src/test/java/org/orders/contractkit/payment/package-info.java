/** The kit itself is tested: gateways with one flaw each must be found out. */
@NullMarked
package org.orders.contractkit.payment;

import org.jspecify.annotations.NullMarked;
