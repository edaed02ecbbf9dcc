package org.orders.bootstrap.architecture.violation.bootstrap;

/** What only the outermost layer may know. */
public record Wiring() {}
