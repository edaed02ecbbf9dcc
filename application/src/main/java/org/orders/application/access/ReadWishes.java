package org.orders.application.access;

import org.orders.domain.access.Actor;

/** Reads what the acting administrator wants to be told by mail. */
public interface ReadWishes {

  /**
   * Their wishes.
   *
   * @throws org.orders.domain.shared.NotFound when whoever acts is no administrator any more
   */
  Wishes read(Actor actor);
}
