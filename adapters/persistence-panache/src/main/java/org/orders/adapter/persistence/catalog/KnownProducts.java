package org.orders.adapter.persistence.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;

/**
 * Products as they were when last seen. Whatever is decided on one of them is verified where it is
 * written, so that an old memory costs a second look and never a wrong order.
 */
@ApplicationScoped
public class KnownProducts {

  private final Cache<ProductId, Product> products =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofSeconds(30)).build();

  /** Those of the products that are remembered. */
  public Map<ProductId, Product> find(Collection<ProductId> ids) {
    return products.getAllPresent(ids);
  }

  /** Remembers the product, unless a later revision is known. */
  public void remember(Product seen) {
    products
        .asMap()
        .merge(seen.id(), seen, (known, now) -> now.revision() >= known.revision() ? now : known);
  }

  void forget(ProductId id) {
    products.invalidate(id);
  }
}
