/** Tests of the simulated gateway, on a real PostgreSQL. */
@NullMarked
package org.orders.adapter.simulator;

import org.jspecify.annotations.NullMarked;
