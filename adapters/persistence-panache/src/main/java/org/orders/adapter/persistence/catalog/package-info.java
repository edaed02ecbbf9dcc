/** Products in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.catalog;

import org.jspecify.annotations.NullMarked;
