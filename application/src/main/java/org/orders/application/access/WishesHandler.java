package org.orders.application.access;

import org.orders.application.shared.Idempotency;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.NotFound;

/** Keeps the wishes of administrators, each of them their own. */
final class WishesHandler implements ReadWishes, ChangeWishes {

  private final WishRepository wishes;
  private final Idempotency idempotency;
  private final UnitOfWork work;

  WishesHandler(WishRepository wishes, Idempotency idempotency, UnitOfWork work) {
    this.wishes = wishes;
    this.idempotency = idempotency;
    this.work = work;
  }

  @Override
  public Wishes read(Actor actor) {
    return work.run(() -> wishes.find(administrator(actor))).orElseThrow(WishesHandler::nobody);
  }

  @Override
  public Outcome<Wishes> change(Command command, Once<Wishes> once) {
    UserId administrator = administrator(command.actor());
    return work.run(
        () -> {
          Wishes present = wishes.lock(administrator).orElseThrow(WishesHandler::nobody);
          return idempotency.perform(
              once,
              () -> {
                command.precondition().check(present);
                wishes.save(administrator, command.wishes());
                return command.wishes();
              });
        });
  }

  private static UserId administrator(Actor actor) {
    if (actor instanceof Actor.Administrator(var id)) {
      return id;
    }
    throw nobody();
  }

  private static NotFound nobody() {
    return new NotFound("administrator");
  }
}
