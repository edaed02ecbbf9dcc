package org.orders.application.inventory;

import java.util.Optional;
import org.orders.application.inventory.StockAlert.Acknowledgement;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/**
 * Where alerts are kept. Whoever keeps stock opens and closes them, in the transaction that changes
 * stock and while its row is held, so that each crossing of the threshold is one alert. What counts
 * is how things stand when that transaction ends, because it may change both pieces and threshold:
 *
 * <ul>
 *   <li>stock falls to the threshold or below, or the threshold of a product rises to its stock or
 *       above: one opens, unless one is open;
 *   <li>a product comes into the catalogue with no more than its threshold: one opens, unless the
 *       threshold is 0, because a product that was never there is no news;
 *   <li>there is more than the threshold again, or the product is no longer sold: it closes.
 * </ul>
 */
public interface StockAlerts {

  /** An alert, also one that is closed. */
  Optional<StockAlert> find(AlertId id);

  /** An alert, held against others who acknowledge it until the transaction ends. */
  Optional<StockAlert> lock(AlertId id);

  /** Alerts that are open, newest first. */
  Page<StockAlert> listOpen(PageRequest page);

  /** Writes down who has taken notice of an alert that nobody had taken notice of. */
  void acknowledge(AlertId id, Acknowledgement acknowledgement);

  /** How much is low. Reads all stock, so not for the path of a request. */
  Count count();

  /**
   * How much is low.
   *
   * @param openAlerts alerts that are open
   * @param lowProducts products on sale with no more pieces than their threshold
   */
  record Count(long openAlerts, long lowProducts) {}
}
