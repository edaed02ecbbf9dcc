/** What happened and nobody has been told of yet, in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.notification;

import org.jspecify.annotations.NullMarked;
