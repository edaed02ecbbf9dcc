package org.orders.domain.access;

/** The name under which an internal application is known. */
public record ClientId(String value) {}
