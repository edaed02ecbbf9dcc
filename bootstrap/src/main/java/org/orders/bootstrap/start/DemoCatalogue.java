package org.orders.bootstrap.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ReadProducts;
import org.orders.application.catalog.ReadProducts.Freshness;
import org.orders.application.shared.Once;
import org.orders.application.shared.PageRequest;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.catalog.SkuTaken;
import org.orders.domain.shared.Money;

/** A few products to try the service with, where it starts over an empty database of its own. */
@ApplicationScoped
class DemoCatalogue {

  private static final Currency EUR = Currency.getInstance("EUR");

  private record Item(String sku, String name, String description, String price, long pieces) {}

  /** The last is the newest and stands first in lists. */
  private static final List<Item> ITEMS =
      List.of(
          new Item("GIFT-WRAP", "Gift wrapping", "With a card.", "0.00", 1_000),
          new Item("SCOOP-BAMBOO", "Bamboo scoop", "About 2 g a scoop.", "4.20", 300),
          new Item("TIN-WASHI-100", "Washi tea tin", "Holds 100 g.", "9.80", 150),
          new Item("KETTLE-0800", "Kettle, 0.8 l", "Steel, with thermometer.", "39.95", 40),
          new Item("CUP-YUNOMI-SET2", "Yunomi cups, set of 2", "Stoneware.", "22.00", 60),
          new Item("POT-KYUSU-300", "Kyusu teapot, 300 ml", "Clay, side handle.", "48.00", 25),
          new Item("TEA-OOLONG-100", "Oolong, 100 g", "Lightly roasted.", "14.90", 120),
          new Item("TEA-SENCHA-100", "Sencha, 100 g", "Green tea, first harvest.", "12.50", 200));

  private final CreateProduct createProduct;
  private final ReadProducts readProducts;
  private final boolean wanted;

  DemoCatalogue(
      CreateProduct createProduct,
      ReadProducts readProducts,
      @ConfigProperty(name = "orders.demo-catalogue", defaultValue = "false") boolean wanted) {
    this.createProduct = createProduct;
    this.readProducts = readProducts;
    this.wanted = wanted;
  }

  void provide(@Observes @Priority(200) StartupEvent start) {
    if (wanted && isEmpty()) {
      ITEMS.forEach(this::add);
    }
  }

  private boolean isEmpty() {
    return readProducts
        .list(new ProductFilter(null, false), new PageRequest(1, null, false), Freshness.NOW)
        .items()
        .isEmpty();
  }

  private void add(Item item) {
    CreateProduct.Command command =
        new CreateProduct.Command(
            new Actor.System(),
            new Sku(item.sku),
            new ProductName(item.name),
            item.description,
            Money.of("price", new BigDecimal(item.price), EUR),
            item.pieces,
            10);
    try {
      createProduct.create(command, Once.unkeyed());
    } catch (SkuTaken discontinuedBefore) {
      // Somebody emptied the catalogue on purpose; the sku stays theirs.
    }
  }
}
