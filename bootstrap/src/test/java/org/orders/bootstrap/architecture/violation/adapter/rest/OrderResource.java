package org.orders.bootstrap.architecture.violation.adapter.rest;

import org.orders.bootstrap.architecture.violation.adapter.persistence.OrderTable;

/** An adapter that goes past the application. */
record OrderResource(OrderTable table) {}
