/** Work that is done later, in PostgreSQL: a row each, shared by all workers. */
@NullMarked
package org.orders.adapter.persistence.job;

import org.jspecify.annotations.NullMarked;
