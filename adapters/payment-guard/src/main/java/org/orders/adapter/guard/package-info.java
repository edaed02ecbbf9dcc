/** What stands between us and a gateway that is slow, away or overrun. */
@NullMarked
package org.orders.adapter.guard;

import org.jspecify.annotations.NullMarked;
