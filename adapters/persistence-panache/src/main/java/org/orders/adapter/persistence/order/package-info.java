/** Orders in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.order;

import org.jspecify.annotations.NullMarked;
