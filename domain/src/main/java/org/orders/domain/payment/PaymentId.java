package org.orders.domain.payment;

import java.util.UUID;

/** A payment's id. */
public record PaymentId(UUID value) {}
