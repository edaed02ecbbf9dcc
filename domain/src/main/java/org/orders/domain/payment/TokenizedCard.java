package org.orders.domain.payment;

/** A card after its number went to the vault: all that the service keeps of it. */
public record TokenizedCard(PaymentToken token, CardSummary card) {}
