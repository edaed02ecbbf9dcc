/** Who calls, whether their role may, and how often. */
@NullMarked
package org.orders.adapter.rest.gate;

import org.jspecify.annotations.NullMarked;
