package org.orders.domain.payment;

/**
 * What may be kept and shown of a card.
 *
 * @param brand the scheme in lower case, such as {@code visa}
 * @param last4 the last four digits of its number
 */
public record CardSummary(String brand, String last4) {}
