/** Replays a shop's invoices against a running service. */
@NullMarked
package org.orders.replay;

import org.jspecify.annotations.NullMarked;
