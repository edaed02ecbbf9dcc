package org.orders.contractkit.shared;

/** What the other side did in spite of a disturbance. */
public enum Deed {
  /** The request arrived and was carried out; only its answer is spoilt. */
  DONE,
  /** The request never arrived. */
  NOT_DONE
}
