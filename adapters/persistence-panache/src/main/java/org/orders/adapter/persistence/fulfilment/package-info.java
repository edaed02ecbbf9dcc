/** Shipments and carriers' words in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.fulfilment;

import org.jspecify.annotations.NullMarked;
