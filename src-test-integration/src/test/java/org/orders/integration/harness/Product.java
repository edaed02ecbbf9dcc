package org.orders.integration.harness;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A product that a test put on the shelf.
 *
 * @param id the service's id of it
 * @param sku its stock keeping unit
 * @param price what one costs
 * @param currency in which currency
 */
public record Product(String id, String sku, BigDecimal price, String currency) {

  /** A line of an order for so many of them. */
  public Map<String, Object> times(int quantity) {
    var line = new LinkedHashMap<String, Object>();
    line.put("productId", id);
    line.put("quantity", quantity);
    return line;
  }
}
