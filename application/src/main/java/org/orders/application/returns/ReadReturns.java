package org.orders.application.returns;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.access.Actor;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;

/** Looks returns up. */
public interface ReadReturns {

  /**
   * One return.
   *
   * @throws org.orders.domain.shared.NotFound when there is none, or not for this actor
   */
  Return read(Actor actor, ReturnId id);

  /** Returns, newest first. Only for administrators; adapters check the role. */
  Page<Return> list(ReturnFilter filter, PageRequest page);
}
