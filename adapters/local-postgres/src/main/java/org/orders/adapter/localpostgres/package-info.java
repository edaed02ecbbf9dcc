/** A PostgreSQL server of the service's own, for one machine. */
@NullMarked
package org.orders.adapter.localpostgres;

import org.jspecify.annotations.NullMarked;
