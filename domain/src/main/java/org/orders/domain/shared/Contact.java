package org.orders.domain.shared;

/** Whom to tell about an order. */
public record Contact(PersonName name, EmailAddress email, PhoneNumber phone) {}
