/** Credentials, sessions and secrets in PostgreSQL. */
@NullMarked
package org.orders.adapter.persistence.access;

import org.jspecify.annotations.NullMarked;
