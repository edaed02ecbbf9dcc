package org.orders.bootstrap.architecture.violation.domain.unmarked;

/** A type of which nobody knows what may be null. */
final class UnmarkedOrder {}
