package org.orders.adapter.persistence.catalog;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.shared.Money;

/** A row of the table of products, which holds everything about them but their stock. */
@Entity
@Table(name = "product")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class ProductRow extends PanacheEntityBase {

  /** The columns that {@link #read} reads. */
  public static final String COLUMNS =
      "p.id, p.sku, p.name, p.description, p.price_minor, p.currency, p.low_stock_threshold,"
          + " p.status, p.created_at, p.updated_at, p.revision";

  @Id UUID id;
  String sku;
  String name;
  String description;

  @Column(name = "price_minor")
  long priceMinor;

  String currency;

  @Column(name = "low_stock_threshold")
  int lowStockThreshold;

  @Enumerated(EnumType.STRING)
  Product.Status status;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Version long revision;

  static ProductRow of(Product product) {
    ProductRow row = new ProductRow();
    row.id = product.id().value();
    row.sku = product.sku().value();
    row.createdAt = product.createdAt();
    row.take(product);
    return row;
  }

  /** Takes over what can change. */
  void take(Product product) {
    name = product.name().value();
    description = product.description();
    priceMinor = product.price().minorUnits();
    currency = product.currency().getCurrencyCode();
    lowStockThreshold = product.lowStockThreshold();
    status = product.status();
    updatedAt = product.updatedAt();
  }

  Product toProduct() {
    return new Product(
        new ProductId(id),
        new Sku(sku),
        new ProductName(name),
        description,
        new Money(priceMinor, Currency.getInstance(currency)),
        lowStockThreshold,
        status,
        createdAt,
        updatedAt,
        revision);
  }

  /** The product in a row of a native statement's answer. */
  public static Product read(SqlRow row) throws SQLException {
    return new Product(
        new ProductId(row.uuid("id")),
        new Sku(row.text("sku")),
        new ProductName(row.text("name")),
        row.text("description"),
        row.money("price_minor", "currency"),
        row.integer("low_stock_threshold"),
        Product.Status.valueOf(row.text("status")),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("revision"));
  }
}
