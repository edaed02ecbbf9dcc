package org.orders.domain.order;

/** What people call an order: short, unique, made of digits. */
public record OrderNumber(String value) {}
