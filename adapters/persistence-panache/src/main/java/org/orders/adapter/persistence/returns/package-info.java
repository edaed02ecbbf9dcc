/** Returns in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.returns;

import org.jspecify.annotations.NullMarked;
