package org.orders.contractkit.shared;

/** What we see of a disturbance. */
public enum Fault {
  /** No answer in the time we give it. */
  TIME_OUT,
  /** The connection breaks. */
  RESET,
  /** An answer of the 5xx sort. */
  SERVER_ERROR,
  /** An answer of the good sort that makes no sense. */
  GARBAGE
}
