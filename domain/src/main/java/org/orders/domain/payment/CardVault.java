package org.orders.domain.payment;

/** Where a gateway keeps cards; the only place a card's number and cvc ever go to. */
public interface CardVault {

  /**
   * Puts the card into the vault. It is called inside the request, before any transaction; nothing
   * is charged by it, so it may be repeated at will.
   *
   * @throws GatewayUnavailable when the vault is away or does not answer in time
   * @throws org.orders.domain.shared.InvalidValue when the vault takes no such card, naming the
   *     field of {@link Card} ({@code number}, {@code expiryMonth}, {@code expiryYear}, {@code
   *     cvc})
   */
  TokenizedCard tokenize(Card card);
}
