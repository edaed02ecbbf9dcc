package org.orders.replay.plan;

/** The course a product's stock takes through a file, counted from wherever it opens. */
public final class StockCourse {

  private long adjusted;
  private long ordered;
  private long cancelled;
  private long lowest;

  void adjust(long change) {
    adjusted = Math.addExact(adjusted, change);
    note();
  }

  void order(long pieces) {
    ordered = Math.addExact(ordered, pieces);
    note();
  }

  void cancel(long pieces) {
    cancelled = Math.addExact(cancelled, pieces);
    note();
  }

  private void note() {
    lowest = Math.min(lowest, change());
  }

  /** Σ of the stock adjustments, credits included. */
  public long adjusted() {
    return adjusted;
  }

  /** Pieces ordered, cancelled ones included. */
  public long ordered() {
    return ordered;
  }

  /** Pieces that came back because their order was cancelled. */
  public long cancelled() {
    return cancelled;
  }

  /** How far the stock stands from its opening at the end of the file. */
  public long change() {
    return adjusted - ordered + cancelled;
  }

  /** The opening stock with which no step runs short. */
  public long needed() {
    return -lowest;
  }
}
