package org.orders.bootstrap.architecture.violation.domain.order;

/** A name that says nothing. */
final class OrderManager {}
