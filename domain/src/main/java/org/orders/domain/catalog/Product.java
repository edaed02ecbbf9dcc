package org.orders.domain.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Text;

/**
 * Something for sale: what it is and what it costs. How many there are is its {@link
 * org.orders.domain.inventory.Stock stock}, which changes a thousand times as often.
 *
 * @param lowStockThreshold pieces at or below which stock counts as low
 * @param revision counts the saved changes, as of the reading; what was decided on an older one is
 *     decided anew
 */
public record Product(
    ProductId id,
    Sku sku,
    ProductName name,
    String description,
    Money price,
    int lowStockThreshold,
    Status status,
    Instant createdAt,
    Instant updatedAt,
    long revision) {

  private static final int MAX_DESCRIPTION = 4_000;
  private static final long MAX_PRICE = 1_000_000_000L;

  /** Whether the product can be ordered. */
  public enum Status {
    ACTIVE,
    DISCONTINUED
  }

  public Product {
    checkDescription(description);
    if (price.isNegative() || price.amount().compareTo(BigDecimal.valueOf(MAX_PRICE)) > 0) {
      throw new InvalidValue("price", "must be from 0 to 1000000000");
    }
    if (lowStockThreshold < 0) {
      throw new InvalidValue("lowStockThreshold", "must be at least 0");
    }
  }

  /**
   * A description that a product may have.
   *
   * @throws InvalidValue when none may
   */
  public static String checkDescription(String description) {
    if (!Text.fits(description, MAX_DESCRIPTION)) {
      throw new InvalidValue("description", "must be at most 4000 characters");
    }
    CardNumbers.refuseInCode("description", description);
    return description;
  }

  public static Product create(
      ProductId id,
      Sku sku,
      ProductName name,
      String description,
      Money price,
      int lowStockThreshold,
      Instant at) {
    return new Product(
        id, sku, name, description, price, lowStockThreshold, Status.ACTIVE, at, at, 0);
  }

  /**
   * The product with other particulars; orders placed before keep what they were placed at.
   *
   * @throws ProductDiscontinued when it is no longer sold
   */
  public Product change(ProductChange change, Instant at) {
    if (!isActive()) {
      throw new ProductDiscontinued(id);
    }
    Product changed =
        new Product(
            id,
            sku,
            change.name().orElse(name),
            change.description().orElse(description),
            change.price().orElse(price),
            change.lowStockThreshold().orElse(lowStockThreshold),
            status,
            createdAt,
            at,
            revision);
    return changed.sameParticularsAs(this) ? this : changed;
  }

  /** The product no longer for sale; doing it twice changes nothing. */
  public Product discontinue(Instant at) {
    return isActive()
        ? new Product(
            id,
            sku,
            name,
            description,
            price,
            lowStockThreshold,
            Status.DISCONTINUED,
            createdAt,
            at,
            revision)
        : this;
  }

  public boolean isActive() {
    return status == Status.ACTIVE;
  }

  public Currency currency() {
    return price.currency();
  }

  private boolean sameParticularsAs(Product other) {
    return name.equals(other.name)
        && description.equals(other.description)
        && price.equals(other.price)
        && lowStockThreshold == other.lowStockThreshold;
  }
}
