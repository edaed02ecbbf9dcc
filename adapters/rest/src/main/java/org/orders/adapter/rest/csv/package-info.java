/** Files of comma-separated values, in and out. */
@NullMarked
package org.orders.adapter.rest.csv;

import org.jspecify.annotations.NullMarked;
