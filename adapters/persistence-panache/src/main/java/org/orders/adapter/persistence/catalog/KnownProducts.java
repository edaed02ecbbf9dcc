package org.orders.adapter.persistence.catalog;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.Announcements;
import org.orders.adapter.persistence.shared.Announcements.Channel;
import org.orders.adapter.persistence.shared.Copies;
import org.orders.adapter.persistence.shared.Marks;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;

/**
 * Products, and pages of their lists, as they were when last seen. What this replica changes is
 * forgotten when its transaction ends; what others change, when the database announces it. Copies
 * are shown only while {@link #areTrusted announcements are heard}; orders are decided on them at
 * any time, because whatever is decided on a product is verified where it is written, so that an
 * old copy costs a second look and never a wrong order.
 */
@ApplicationScoped
public class KnownProducts {

  /** What is announced in place of an id where many products changed at once. */
  static final String ALL = "*";

  private record PageKey(ProductFilter filter, PageRequest page) {}

  private final Copies<ProductId, Product> products;
  private final Copies<PageKey, Page<ProductId>> pages;
  private final Announcements announcements;
  private final Marks marks = new Marks();

  /** Stands for all lists: any change of any product may change any of them. */
  private static final Object LISTS = "lists";

  private final Marks listMarks = new Marks();

  KnownProducts(
      @CacheName("products") Cache products,
      @CacheName("product-pages") Cache pages,
      Announcements announcements) {
    this.products = new Copies<>(products);
    this.pages = new Copies<>(pages);
    this.announcements = announcements;
    announcements.subscribe(
        Channel.PRODUCT_CHANGED,
        new Announcements.Listener() {
          @Override
          public void listening() {
            forgetAll();
          }

          @Override
          public void heard(String message) {
            KnownProducts.this.heard(message);
          }

          @Override
          public void lost() {
            forgetAll();
          }
        });
  }

  /** Whether copies may be shown: everything that others announced until now was heard. */
  boolean areTrusted() {
    announcements.begin();
    return announcements.areUpToDate();
  }

  /** Looks for products; what is missing is to be read after this. */
  public Look look(Collection<ProductId> ids) {
    return new Look(ids, true);
  }

  /** A look that finds nothing, for those who want to read everything anew. */
  public Look lookAway(Collection<ProductId> ids) {
    return new Look(ids, false);
  }

  /** Looks for a page; where it is missing it is to be read after this. */
  PageLook look(ProductFilter filter, PageRequest page) {
    return new PageLook(new PageKey(filter, page));
  }

  /** To be called when the transaction ended that changed the product. */
  void forget(ProductId id) {
    listMarks.change(LISTS);
    marks.change(id);
  }

  /** To be called when the transaction ended that changed many products. */
  public void forgetAll() {
    listMarks.change(LISTS);
    marks.changeAll();
  }

  private void heard(String message) {
    if (message.equals(ALL)) {
      forgetAll();
      return;
    }
    try {
      forget(new ProductId(UUID.fromString(message)));
    } catch (IllegalArgumentException notOurs) {
      forgetAll();
    }
  }

  /** A look for some products: those that are known, and those that have to be read. */
  public final class Look {

    private final Map<ProductId, Product> found = new HashMap<>();
    private final Map<ProductId, Long> missing = new HashMap<>();
    private final long began = System.nanoTime();

    private Look(Collection<ProductId> ids, boolean atCopies) {
      for (ProductId id : ids) {
        long mark = marks.of(id);
        @Nullable Product known = atCopies ? products.find(id, mark) : null;
        if (known == null) {
          missing.put(id, mark);
        } else {
          found.put(id, known);
        }
      }
    }

    public Map<ProductId, Product> found() {
      return found;
    }

    public List<ProductId> missing() {
      return List.copyOf(missing.keySet());
    }

    /** Takes in a product that was missing and has been read. */
    public void learn(Product product) {
      found.put(product.id(), product);
      Long mark = missing.get(product.id());
      if (mark != null) {
        products.keep(product.id(), product, mark, began);
      }
    }
  }

  /** A look for a page of a list. */
  final class PageLook {

    private final PageKey key;
    private final long mark = listMarks.of(LISTS);
    private final long began = System.nanoTime();

    private PageLook(PageKey key) {
      this.key = key;
    }

    @Nullable Page<ProductId> found() {
      return pages.find(key, mark);
    }

    /**
     * Takes in the page that was read, and its products: each under its mark as it is now, unless
     * anything changed since the look, because lists are forgotten before products are.
     */
    void learn(Page<Product> page) {
      List<Long> present = new ArrayList<>();
      page.items().forEach(product -> present.add(marks.of(product.id())));
      if (listMarks.of(LISTS) != mark) {
        return;
      }
      for (int index = 0; index < present.size(); index++) {
        Product product = page.items().get(index);
        products.keep(product.id(), product, present.get(index), began);
      }
      pages.keep(key, page.map(Product::id), mark, began);
    }
  }
}
