package org.orders.bootstrap.architecture.violation.adapter.persistence;

import org.orders.bootstrap.architecture.violation.bootstrap.Wiring;

/** An adapter that knows who wires it. */
public record OrderTable(Wiring wiring) {}
