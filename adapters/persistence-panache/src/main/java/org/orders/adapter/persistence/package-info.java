/** The PostgreSQL side of the service. */
@NullMarked
package org.orders.adapter.persistence;

import org.jspecify.annotations.NullMarked;
