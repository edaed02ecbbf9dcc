/** A payment gateway that takes no real money: what runs where no other is configured. */
@NullMarked
package org.orders.adapter.simulator;

import org.jspecify.annotations.NullMarked;
