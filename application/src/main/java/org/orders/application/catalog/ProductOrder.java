package org.orders.application.catalog;

/** By what a list of products is sorted where somebody asks for it; equals follow by their ids. */
public record ProductOrder(By by, boolean descending) {

  /** What products can be sorted by. */
  public enum By {
    /** The name, without regard to case and accents. */
    NAME,
    /** The price as a number, whatever its currency. */
    PRICE,
    /** What can be ordered at this moment; what is sold meanwhile may change its place. */
    INVENTORY
  }
}
