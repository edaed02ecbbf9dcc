package org.orders.application.access;

import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;

/** Replaces what the acting administrator wants to be told by mail. */
public interface ChangeWishes {

  /**
   * Their wishes from now on.
   *
   * @throws org.orders.domain.shared.NotFound when whoever acts is no administrator any more
   */
  Outcome<Wishes> change(Command command, Once<Wishes> once);

  record Command(Actor actor, Wishes wishes, Precondition<Wishes> precondition) {}
}
