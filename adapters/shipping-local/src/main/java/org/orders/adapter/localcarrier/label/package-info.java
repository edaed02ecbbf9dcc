/** How the built-in carrier's labels are drawn. */
@NullMarked
package org.orders.adapter.localcarrier.label;

import org.jspecify.annotations.NullMarked;
