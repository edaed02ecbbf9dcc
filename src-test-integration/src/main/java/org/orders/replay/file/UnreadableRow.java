package org.orders.replay.file;

/** A line whose fields cannot be read. */
final class UnreadableRow extends Exception {

  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableRow(String why) {
    super(why);
    this.why = why;
  }

  String why() {
    return why;
  }
}
