package org.orders.integration.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stock of a shop checked against its own books: the ledger and the orders. */
public final class StockBooks {

  private static final Set<String> HOLDING = Set.of("PENDING", "CONFIRMED", "PROCESSING");

  private final Shop shop;

  /** The books of a shop. */
  public StockBooks(Shop shop) {
    this.shop = shop;
  }

  /**
   * What always holds of a product: inventory = Σ movements, reserved = Σ unshipped quantities. The
   * orders given must be all there are of it.
   */
  public void balance(Product product, Collection<Map<String, Object>> ordersOfIt) {
    var now = shop.product(product);
    int inventory = now.path("inventory");
    var movements = movements(product);
    long sum =
        movements.stream().mapToLong(row -> ((Number) row.get("quantity")).longValue()).sum();
    assertThat(sum).as("Σ movements of %s", product).isEqualTo(inventory);
    assertThat(((Number) movements.getFirst().get("balance")).intValue())
        .as("the newest balance of %s", product)
        .isEqualTo(inventory);
    int held =
        ordersOfIt.stream()
            .filter(order -> HOLDING.contains(order.get("status")))
            .mapToInt(order -> quantityOf(product, order))
            .sum();
    assertThat(now.<Integer>path("reserved")).as("reserved of %s", product).isEqualTo(held);
    assertThat(inventory).as("inventory of %s", product).isNotNegative();
    agree();
  }

  /** The service itself, asked whether any of its books of stock disagree, finds none. */
  public void agree() {
    List<Map<String, Object>> drifts =
        accepted(shop.admin().post("/admin/inventory/reconcile"), 200).path("drifts");
    assertThat(drifts).as("drifts").isEmpty();
  }

  /** The ledger of a product, newest first. */
  public List<Map<String, Object>> movements(Product product) {
    return all("/admin/inventory/" + product.id() + "/movements");
  }

  /** All orders of a customer. */
  public List<Map<String, Object>> ordersOf(String customerId) {
    return all("/admin/orders?customerId=" + customerId);
  }

  /** All orders there are. */
  public List<Map<String, Object>> orders() {
    return all("/admin/orders");
  }

  /** These orders as they are now. */
  public List<Map<String, Object>> orders(Collection<String> ids) {
    var orders = new ArrayList<Map<String, Object>>();
    for (var id : ids) {
      orders.add(shop.order(id).path("$"));
    }
    return orders;
  }

  /** All entries of a list, page by page. */
  public List<Map<String, Object>> all(String path) {
    var entries = new ArrayList<Map<String, Object>>();
    var first = path + (path.contains("?") ? "&" : "?") + "limit=200";
    @Nullable String cursor = null;
    do {
      var page =
          accepted(shop.admin().get(cursor == null ? first : first + "&cursor=" + cursor), 200);
      entries.addAll(page.path("items"));
      cursor = page.path("nextCursor");
    } while (cursor != null);
    return entries;
  }

  /** How many of a product an order has. */
  @SuppressWarnings("unchecked")
  public static int quantityOf(Product product, Map<String, Object> order) {
    var quantities = new HashMap<String, Integer>();
    for (var line : (List<Map<String, Object>>) order.get("items")) {
      quantities.merge(
          (String) line.get("productId"), ((Number) line.get("quantity")).intValue(), Integer::sum);
    }
    return quantities.getOrDefault(product.id(), 0);
  }
}
