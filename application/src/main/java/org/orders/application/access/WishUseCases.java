package org.orders.application.access;

import org.orders.application.shared.Idempotency;
import org.orders.application.shared.UnitOfWork;

/** All that can be done with administrators' wishes, put together from what it needs. */
public record WishUseCases(WishRepository wishes, Idempotency idempotency, UnitOfWork work) {

  public ReadWishes readWishes() {
    return new WishesHandler(wishes, idempotency, work);
  }

  public ChangeWishes changeWishes() {
    return new WishesHandler(wishes, idempotency, work);
  }

  public SuggestWishes suggestWishes() {
    return (username, email) -> work.run(() -> wishes.suggest(username, email));
  }
}
