package org.orders.application.returns;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnStatus;

/**
 * Says what becomes of a return. With what was received stock rises and money goes back, in the
 * same transaction. Only for administrators; adapters check the role.
 */
public interface DecideReturn {

  /**
   * The return as it is then; saying the same twice answers the same.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   * @throws org.orders.domain.returns.IllegalReturnTransition when it cannot become that
   */
  Outcome<Return> decide(Command command, Once<Return> once);

  record Command(
      Actor actor, ReturnId goods, ReturnStatus status, Precondition<Return> precondition) {}
}
