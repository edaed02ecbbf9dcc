/** Tests of the built-in carrier, against a real database. */
@NullMarked
package org.orders.adapter.localcarrier;

import org.jspecify.annotations.NullMarked;
