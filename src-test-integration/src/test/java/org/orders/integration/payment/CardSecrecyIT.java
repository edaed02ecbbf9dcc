package org.orders.integration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Database;
import org.orders.integration.harness.Mailbox;
import org.orders.integration.harness.Services;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/** A card's number goes to the gateway's vault and nowhere else. */
@ShopTest
class CardSecrecyIT {

  private final Services services;

  CardSecrecyIT(Services services) {
    this.services = services;
  }

  @Test
  void aCardsNumberIsNowhereAfterwards() throws IOException, SQLException {
    Database database = services.newDatabase();
    var mailbox = new Mailbox();
    var service =
        services.start(
            "secret", database, Map.of("QUARKUS_LOG_CATEGORY__ORG_ORDERS__LEVEL", "DEBUG"));
    Shop shop = service.shop();
    var ada = shop.newCustomer();
    var order = ada.placesOrder(shop.newProduct("12.50", 9), 1);
    var method = Cards.card(Cards.UNMISTAKABLE);
    List<String> answers = new ArrayList<>();
    var paying = ada.with("Prefer", "wait=20").withKey(Shop.uniqueKey());
    var body = Map.of("orderId", order, "method", method);
    answers.add(accepted(paying.post("/payments", body), 201).asString());
    answers.add(accepted(paying.post("/payments", body), 201).asString());
    answers.add(assertProblem(ada.post("/payments", body), 409).asString());
    answers.add(
        assertProblem(
                ada.post(
                    "/payments",
                    Map.of(
                        "orderId",
                        order,
                        "method",
                        Map.of("type", "token", "token", Cards.UNMISTAKABLE))),
                400)
            .asString());
    answers.add(
        assertProblem(ada.post("/payments", Map.of("orderId", order, Cards.UNMISTAKABLE, 1)), 400)
            .asString()
            // What a caller makes the name of a field is named to them, and only to them.
            .replace("/" + Cards.UNMISTAKABLE, ""));
    answers.add(accepted(ada.get("/orders/" + order), 200).asString());

    assertThat(answers).noneMatch(answer -> answer.contains(Cards.UNMISTAKABLE));
    String log = Files.readString(service.folder().resolve("service.log"), StandardCharsets.UTF_8);
    assertThat(log).doesNotContain(Cards.UNMISTAKABLE);
    mailbox.await(ada.email(), "we have your order");
    mailbox.await(ada.email(), "is paid");
    assertThat(mailbox.to(ada.email()))
        .noneMatch(mail -> mail.content().contains(Cards.UNMISTAKABLE));
    assertThat(tables(database)).contains("simulator.charge");
    for (String table : tables(database)) {
      assertThat(count(database, table)).as(table).isZero();
    }
  }

  @Test
  void aCardsNumberInAWrongPlaceIsRefusedAndNowhereAfterwards() throws IOException, SQLException {
    Database database = services.newDatabase();
    var service =
        services.start(
            "misplaced", database, Map.of("QUARKUS_LOG_CATEGORY__ORG_ORDERS__LEVEL", "DEBUG"));
    Shop shop = service.shop();
    List<String> answers = new ArrayList<>();
    new MisplacedNumbers(shop, "see " + Cards.UNMISTAKABLE, answers).sendEverywhere();
    new MisplacedNumbers(shop, Cards.UNMISTAKABLE, answers).sendEverywhere();
    for (String path : List.of("/orders/x", "/nothing/a-", "/products/")) {
      answers.add(said(shop.admin().get(path + Cards.UNMISTAKABLE)));
    }
    answers.add(
        said(
            shop.admin()
                .with("X-Request-Id", "ref-" + Cards.UNMISTAKABLE)
                .get("/admin/orders?limit=1")));

    assertThat(answers).noneMatch(answer -> answer.contains(Cards.UNMISTAKABLE));
    String log = Files.readString(service.folder().resolve("service.log"), StandardCharsets.UTF_8);
    assertThat(log).doesNotContain(Cards.UNMISTAKABLE);
    for (String table : tables(database)) {
      assertThat(count(database, table)).as(table).isZero();
    }
  }

  private static String said(Response response) {
    return response.headers() + "\n" + response.asString();
  }

  private static List<String> tables(Database database) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables"
                    + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    assertThat(tables).contains("public.payment_attempt", "public.idempotency");
    return tables;
  }

  private static long count(Database database, String table) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT count(*) FROM %s t WHERE t::text LIKE '%%%s%%'"
                    .formatted(table, Cards.UNMISTAKABLE))) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(), database.username(), database.password());
  }
}
