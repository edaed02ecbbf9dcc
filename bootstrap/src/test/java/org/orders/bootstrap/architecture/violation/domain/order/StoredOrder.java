package org.orders.bootstrap.architecture.violation.domain.order;

import javax.sql.DataSource;

/** A domain type that knows how it is stored. */
record StoredOrder(DataSource source) {}
