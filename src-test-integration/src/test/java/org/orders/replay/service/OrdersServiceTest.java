package org.orders.replay.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orders.replay.ScriptedService;
import org.orders.replay.ScriptedService.Received;
import org.orders.replay.ScriptedService.Scripted;
import org.orders.replay.plan.Buyer;
import org.orders.replay.plan.Country;
import org.orders.replay.plan.OrderLine;
import org.orders.replay.plan.Step.PlaceOrder;
import org.orders.replay.service.OrdersService.Item;

class OrdersServiceTest {

  private static final String PRODUCT =
      "{'id':'p1','sku':'A','price':2.55,'currency':'GBP','status':'ACTIVE','inventory':7}";
  private static final String ORDER =
      "{'id':'o1','status':'PENDING','totalAmount':5.10,'placedAt':'2026-11-21T10:00:00Z'}";
  private static final UUID RUN = UUID.fromString("0198c0de-0000-7000-8000-000000000001");

  private final ScriptedService stub = new ScriptedService();
  private final OrdersService service =
      new OrdersService(stub.address(), "admin", "secret", RUN, InstantSource.fixed(Instant.EPOCH));

  @AfterEach
  void stop() {
    stub.close();
  }

  @Test
  void everyWriteCarriesAKeyOfItsOwnWithTheRunsId() {
    stub.on("PUT /products/p1", 200, PRODUCT);
    service.setPrice("p1", new BigDecimal("2.10"));
    service.setPrice("p1", new BigDecimal("2.10"));
    assertThat(stub.received())
        .extracting(Received::key)
        .containsExactly("replay-" + RUN + "-1", "replay-" + RUN + "-2");
    assertThat(stub.received()).extracting(Received::body).containsOnly("{\"price\":2.10}");
  }

  @Test
  void aLostAnswerIsAskedForAgainUnderTheSameKey() {
    stub.on("PUT /products/p1/inventory", 0, "").on("PUT /products/p1/inventory", 200, PRODUCT);
    assertThat(service.changeStock("p1", -3, "lost").inventory()).isEqualTo(7);
    assertThat(stub.received()).hasSize(2);
    assertThat(stub.received().get(0)).isEqualTo(stub.received().get(1));
    assertThat(service.repeats()).isEqualTo(1);
  }

  @Test
  void laterIsObeyedWhicheverWayTheServiceSaysIt() {
    var later = Map.of("Retry-After", "0");
    stub.on("GET /admin/inventory/p1", new Scripted(429, "", later))
        .on("GET /admin/inventory/p1", new Scripted(503, "<html>", later))
        .on(
            "GET /admin/inventory/p1",
            new Scripted(409, "{'type':'/problems/idempotency-key-in-flight'}", later))
        .on("GET /admin/inventory/p1", 200, PRODUCT);
    assertThat(service.product("p1").sku()).isEqualTo("A");
    assertThat(service.repeats()).isEqualTo(3);
  }

  @Test
  void itGivesUpWhenLaterNeverEnds() {
    stub.on("GET /admin/inventory/p1", new Scripted(429, "", Map.of("Retry-After", "0")));
    assertThatThrownBy(() -> service.product("p1"))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("429");
    assertThat(stub.received()).hasSize(Patience.ATTEMPTS);
  }

  @Test
  void anExpiredTokenIsRenewedOnce() {
    stub.on("GET /admin/inventory/p1", 401, "")
        .on("GET /admin/inventory/p1", 200, PRODUCT)
        .on("POST /auth/refresh", 200, "{'accessToken':'second','refreshToken':'r2'}");
    service.product("p1");
    assertThat(stub.received())
        .extracting(Received::authorization)
        .containsExactly("Bearer first", null, "Bearer second");
  }

  @Test
  void whereTheSessionIsOverTheAdministratorSignsInAnew() {
    stub.on("GET /admin/inventory/p1", 401, "")
        .on("GET /admin/inventory/p1", 200, PRODUCT)
        .on("POST /auth/refresh", 401, "");
    assertThat(service.product("p1").id()).isEqualTo("p1");
  }

  @Test
  void aRefusalSaysWhatAndWhere() {
    stub.on(
        "PUT /products/p1",
        400,
        "{'type':'/problems/validation-failed','detail':'not valid',"
            + "'errors':[{'pointer':'/price','detail':'too large'}]}");
    assertThatThrownBy(() -> service.setPrice("p1", BigDecimal.TEN))
        .isInstanceOf(Refused.class)
        .hasMessage("PUT /products/p1: 400; validation-failed; not valid; /price too large");
  }

  @Test
  void aProductIsFoundByExactlyItsSkuOnWhicheverPage() {
    stub.on(
            "GET /admin/inventory?query=BANK+CHARGES&limit=200",
            200,
            "{'items':[" + PRODUCT.replace("'A'", "'bank charges'") + "],'nextCursor':'x'}")
        .on(
            "GET /admin/inventory?query=BANK+CHARGES&limit=200&cursor=x",
            200,
            "{'items':[" + PRODUCT.replace("'A'", "'BANK CHARGES'") + "],'nextCursor':null}");
    assertThat(service.findProduct("BANK CHARGES").orElseThrow().sku()).isEqualTo("BANK CHARGES");
  }

  @Test
  void theLedgerIsSummedOverAllItsPages() {
    stub.on(
            "GET /admin/inventory/p1/movements?limit=200",
            200,
            "{'items':[{'quantity':-3},{'quantity':5}],'nextCursor':'x'}")
        .on(
            "GET /admin/inventory/p1/movements?limit=200&cursor=x",
            200,
            "{'items':[{'quantity':100}],'nextCursor':null}");
    assertThat(service.ledgerSum("p1")).isEqualTo(102);
  }

  @Test
  void aTakenEmailLeadsToTheCustomerWhoHasIt() {
    stub.on("POST /customers", 409, "{'type':'/problems/email-taken'}")
        .on(
            "GET /admin/customers?status=ACTIVE&query=customer-7%40example.com&limit=200",
            200,
            "{'items':[{'id':'g','kind':'GUEST','email':'customer-7@example.com'},"
                + "{'id':'c17','kind':'ACCOUNT','email':'customer-7@example.com.example.com'},"
                + "{'id':'c7','kind':'ACCOUNT','email':'Customer-7@example.com'}],"
                + "'nextCursor':null}");
    assertThat(service.createCustomer("7", new Country("FR", null))).isEmpty();
    assertThat(service.findCustomer("7")).contains("c7");
  }

  @Test
  void aGuestSendsNoTokenAndWhoTheyAre() {
    stub.on("POST /orders", 201, ORDER);
    var placed =
        service.placeAsGuest(order(new Buyer(null, new Country("GB", "Unspecified"))), items());
    assertThat(placed.unpaid()).isTrue();
    assertThat(placed.total()).isEqualTo(new BigDecimal("5.10"));
    var request = stub.received().getFirst();
    assertThat(request.authorization()).isNull();
    assertThat(request.key()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(request.body())
        .isEqualTo(
            """
            {"reference":"536365","expectedTotal":5.10,\
            "items":[{"productId":"p1","quantity":2}],\
            "customer":{"name":"Guest","email":"guest@example.com","phone":"+442079460000",\
            "address":{"line1":"1 Replay Street","city":"Exampleton","region":"Unspecified",\
            "postalCode":"EX1 1EX","country":"GB"}}}""");
  }

  @Test
  void aKnownCustomersOrderIsPlacedByTheAdministratorAndGoesWhereTheInvoiceWent() {
    stub.on("POST /orders", 201, ORDER);
    service.placeFor("c7", order(new Buyer("7", new Country("IE", null))), items());
    var request = stub.received().getFirst();
    assertThat(request.authorization()).isEqualTo("Bearer first");
    assertThat(request.body())
        .isEqualTo(
            """
            {"reference":"536365","expectedTotal":5.10,\
            "items":[{"productId":"p1","quantity":2}],"customerId":"c7",\
            "shippingAddress":{"line1":"1 Replay Street","city":"Exampleton",\
            "postalCode":"EX1 1EX","country":"IE"}}""");
  }

  private static PlaceOrder order(Buyer buyer) {
    return new PlaceOrder(
        2, "536365", "536365", buyer, List.of(new OrderLine("A", new BigDecimal("2.55"), 2)));
  }

  private static List<Item> items() {
    return List.of(new Item("p1", 2));
  }
}
