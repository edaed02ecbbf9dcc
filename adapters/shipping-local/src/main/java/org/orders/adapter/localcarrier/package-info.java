/** A carrier that carries nothing: what runs where no other is configured. */
@NullMarked
package org.orders.adapter.localcarrier;

import org.jspecify.annotations.NullMarked;
