/** What stands between us and a gateway or carrier that is slow, away or overrun. */
@NullMarked
package org.orders.adapter.guard;

import org.jspecify.annotations.NullMarked;
