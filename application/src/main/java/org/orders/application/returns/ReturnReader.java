package org.orders.application.returns;

import java.time.InstantSource;
import org.orders.application.order.OrderAccess;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.Actor;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnRepository;
import org.orders.domain.shared.NotFound;

/** Reads returns; whoever may see an order may see its returns. */
final class ReturnReader implements ReadReturns {

  private final ReturnRepository returns;
  private final ReturnQueries queries;
  private final OrderAccess orders;
  private final UnitOfWork work;
  private final InstantSource clock;

  ReturnReader(
      ReturnRepository returns,
      ReturnQueries queries,
      OrderAccess orders,
      UnitOfWork work,
      InstantSource clock) {
    this.returns = returns;
    this.queries = queries;
    this.orders = orders;
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Return read(Actor actor, ReturnId id) {
    return work.run(
        () ->
            returns
                .find(id)
                .filter(goods -> orders.isOpen(goods.orderId(), actor, clock.instant()))
                .orElseThrow(() -> new NotFound("return")));
  }

  @Override
  public Page<Return> list(ReturnFilter filter, PageRequest page) {
    return queries.list(filter, page);
  }
}
