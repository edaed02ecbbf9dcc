package org.orders.application.returns;

import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.returns.Return;

/** The read side of returns. */
public interface ReturnQueries {

  /** Returns, newest first. */
  Page<Return> list(ReturnFilter filter, PageRequest page);
}
