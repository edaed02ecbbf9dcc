package org.orders.application.order;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;
import org.orders.domain.shared.Refusal;

/** Does one thing to many orders, to each by the rules that hold for it alone. */
public interface BulkAdministration {

  /**
   * What came of it, an order at a time, in the order in which they were named. Each is done or
   * refused by itself. Everything that can be wished for may be wished for again, so a request that
   * broke off may be repeated: it breaks off at the first order of which nothing can be said now.
   *
   * @throws org.orders.application.shared.IdempotencyKeyInFlight while it runs under the same key
   * @throws org.orders.domain.shared.ConcurrentChange when others keep changing an order
   */
  Outcome<List<Result>> administer(Command command, Once<List<Result>> once);

  /**
   * @param orders in an order of their own
   */
  record Command(Actor actor, Set<OrderId> orders, Wish wish, @Nullable Reason reason) {}

  /** What is to be done to each. */
  sealed interface Wish {

    /** Give it up. */
    record Cancel() implements Wish {}

    /** Have all of it sent that is left. */
    record Fulfil(@Nullable String carrier, @Nullable ServiceName service) implements Wish {}

    /** Put an administrator in charge. */
    record Assign(UserId administrator) implements Wish {}
  }

  /**
   * What came of it for one order.
   *
   * @param refusal why nothing was done; nothing where it was
   */
  record Result(OrderId order, @Nullable Refusal refusal) {}
}
