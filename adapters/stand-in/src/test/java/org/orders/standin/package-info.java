/** The parts by themselves; the stand-ins that are made of them keep their ports' contracts. */
@NullMarked
package org.orders.standin;

import org.jspecify.annotations.NullMarked;
