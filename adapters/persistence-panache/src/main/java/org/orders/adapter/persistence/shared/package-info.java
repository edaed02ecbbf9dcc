/** What all features need of the database: statements, transactions, failures, pages. */
@NullMarked
package org.orders.adapter.persistence.shared;

import org.jspecify.annotations.NullMarked;
