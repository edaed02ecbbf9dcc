package org.orders.adapter.persistence.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.PostgresPersistence;
import org.orders.adapter.persistence.shared.PostgresServer;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.order.OrderFilter;
import org.orders.application.payment.PaymentFilter;
import org.orders.application.shared.PageRequest;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.payment.PaymentStatus;

/**
 * That pages cost what they show, wherever they are: the rows that the server touches are counted,
 * not the time it takes.
 */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class ListsTest {

  private static final int MANY = 30_000;
  private static final Instant MIDDLE = Instant.parse("2020-01-06T00:00:00Z");
  private static final CustomerId REGULAR =
      new CustomerId(UUID.fromString("00000000-0000-0000-0000-000000000007"));
  private static final int LIMIT = 20;

  /** A page, a row more to know whether there is another, and what goes with each order. */
  private static final long ROWS = 6 * (LIMIT + 1);

  @Inject PostgresPersistence kept;
  @Inject Database database;

  record Case(String name, String sql) {}

  @BeforeEach
  void fillOnce() {
    long there =
        database.run(
            sql ->
                sql.queryRow(
                    "SELECT count(*) AS n FROM customer_order WHERE number LIKE 'L%'",
                    row -> row.number("n")));
    if (there > 0) {
      return;
    }
    fill(
        """
        INSERT INTO customer_order (id, number, reference, reference_key,
            customer_id, status, expires_at,
            confirmed_at, total_minor, currency, line1, city, postal_code, country, contact_name,
            contact_email, contact_email_key, contact_phone, on_hold, placed_at, updated_at,
            moved_at, version)
          SELECT md5('o' || n)::uuid, 'L' || n, 'Ref-' || n, 'ref-' || n,
                 ('00000000-0000-0000-0000-' || lpad((n %% 300)::text, 12, '0'))::uuid,
                 CASE WHEN n %% 10 = 0 THEN 'PENDING' ELSE 'CONFIRMED' END,
                 timestamptz '2100-01-01', timestamptz '2020-01-01', 100, 'EUR', 'St', 'City',
                 '1', 'DE', 'Name ' || n, n || '@Example.org', n || '@example.org', '+49123',
                 false, timestamptz '2020-01-01Z' + n * interval '1 minute', now(), now(), 0
            FROM generate_series(1, %d) n
        """);
    fill(
        """
        INSERT INTO order_line (order_id, position, id, product_id, sku, name, unit_price_minor,
            quantity)
          SELECT md5('o' || n)::uuid, p, md5('l' || n || p)::uuid, md5('p' || n)::uuid, 'S', 'N',
                 50, 1
            FROM generate_series(1, %d) n, generate_series(1, 2) p
        """);
    fill(
        """
        INSERT INTO payment (id, order_id, amount_minor, currency, method, status, authorized_at,
            voided_at, created_at, updated_at, version)
          SELECT md5('y' || n)::uuid, md5('o' || n)::uuid, 100, 'EUR', 'INVOICE',
                 CASE WHEN n %% 10 = 0 THEN 'VOIDED' ELSE 'AUTHORIZED' END, now(), now(),
                 timestamptz '2020-01-01Z' + n * interval '1 minute', now(), 0
            FROM generate_series(1, %d) n
        """);
    fill(
        """
        INSERT INTO customer (id, kind, name, email, email_key, phone, line1, city, postal_code,
            country, status, created_at, updated_at, version)
          SELECT md5('c' || n)::uuid, 'GUEST', 'Name', 'l@example.org', 'l@example.org', '+49123',
                 'St', 'City', '1', 'DE',
                 CASE WHEN n %% 10 = 0 THEN 'INACTIVE' ELSE 'ACTIVE' END,
                 timestamptz '2020-01-01Z' + n * interval '1 minute', now(), 0
            FROM generate_series(1, %d) n
        """);
    fill(
        """
        INSERT INTO product (id, sku, name, description, price_minor, currency,
            low_stock_threshold, status, created_at, updated_at, revision)
          SELECT md5('p' || n)::uuid, 'L' || n, 'Name', '', 1, 'EUR', 0,
                 CASE WHEN n %% 10 = 0 THEN 'ACTIVE' ELSE 'DISCONTINUED' END,
                 timestamptz '2020-01-01Z' + n * interval '1 minute', now(), 0
            FROM generate_series(1, %d) n
        """);
    fill(
        """
        INSERT INTO stock (product_id, available, reserved)
          SELECT md5('p' || n)::uuid, %1$d, 2 * (n %% 10) / (n %% 10 + 1) * 0
            FROM generate_series(1, %1$d) n
        """);
    fill(
        """
        INSERT INTO stock_movement (product_id, at, quantity, balance, reason, actor_type)
          SELECT md5('p1')::uuid, now(), 1, n, 'filled', 'SYSTEM' FROM generate_series(1, %d) n
        """);
    database.run(sql -> sql.update("ANALYZE"));
  }

  static List<PageRequest> pages() {
    return List.of(
        new PageRequest(LIMIT, null, false),
        new PageRequest(LIMIT, new Keyset(MIDDLE, new UUID(0, 0)).position(), false));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void ordersAreReadFromAnIndex(PageRequest page) {
    for (OrderFilter filter :
        List.of(
            new OrderFilter(null, null, null, null, null),
            new OrderFilter(OrderStatus.PENDING, null, null, null, null),
            new OrderFilter(null, REGULAR, null, null, null),
            new OrderFilter(null, null, MIDDLE.minusSeconds(9_999_999), MIDDLE, null),
            new OrderFilter(OrderStatus.PENDING, null, null, MIDDLE, null))) {
      touchesFewRows(filter, () -> kept.orderQueries().list(filter, page));
    }
  }

  @Test
  void ordersAreFoundByAnIndex() {
    for (String query :
        List.of("L12345", "Ref-12345", "REF-1234", "12345@EXAMPLE.org", id("o12345"))) {
      OrderFilter filter = new OrderFilter(null, null, null, null, query);
      touchesFewRows(
          filter, () -> kept.orderQueries().list(filter, new PageRequest(LIMIT, null, true)));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void customersProductsAndPaymentsAreReadFromAnIndex(PageRequest page) {
    for (Customer.Status status : new Customer.Status[] {null, Customer.Status.INACTIVE}) {
      CustomerFilter filter = new CustomerFilter(null, status);
      touchesFewRows(filter, () -> kept.customerQueries().list(filter, page));
    }
    for (PaymentStatus status : new PaymentStatus[] {null, PaymentStatus.VOIDED}) {
      PaymentFilter filter = new PaymentFilter(status, null);
      touchesFewRows(filter, () -> kept.paymentQueries().list(filter, page));
    }
    ProductFilter filter = new ProductFilter(null, false);
    touchesFewRows(filter, () -> kept.productQueries().list(filter, page));
  }

  @Test
  void theLedgerIsReadFromAnIndex() {
    ProductId busy = new ProductId(UUID.fromString(id("p1")));
    PageRequest first = new PageRequest(LIMIT, null, false);
    touchesFewRows("first", () -> kept.movements().list(busy, first));
    var next = kept.movements().list(busy, first).next();
    touchesFewRows("next", () -> kept.movements().list(busy, new PageRequest(LIMIT, next, false)));
  }

  private void touchesFewRows(Object what, Runnable list) {
    long rows =
        kept.work()
            .run(
                () -> {
                  long before = rowsTouched();
                  list.run();
                  return rowsTouched() - before;
                });
    assertThat(rows).as(what.toString()).isBetween(1L, ROWS);
  }

  /** Rows that this transaction has read, in sequence or through an index. */
  private long rowsTouched() {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::bigint AS n"
                    + " FROM pg_stat_xact_user_tables",
                row -> row.number("n")));
  }

  private void fill(String statement) {
    database.run(sql -> sql.update(statement.formatted(MANY)));
  }

  private static String id(String seed) {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("MD5")
              .digest(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      var bytes = java.nio.ByteBuffer.wrap(digest);
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    } catch (java.security.NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
