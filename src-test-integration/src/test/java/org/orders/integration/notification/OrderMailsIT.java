package org.orders.integration.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Mailbox;
import org.orders.integration.harness.Mailbox.Mail;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;
import org.orders.integration.payment.Cards;

/** Customers and guests hear by mail how it goes with their orders, each thing once. */
@ShopTest
class OrderMailsIT {

  private final Shop shop;
  private final Mailbox mailbox = new Mailbox();

  OrderMailsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void aGuestHearsThatTheOrderIsPlacedAndTheirNameIsText() {
    var product = shop.newProduct("1200", "JPY", 9);
    var email = Shop.uniqueEmail();
    var person = new HashMap<String, Object>(Shop.person(email));
    person.put("name", "<b>สมชาย</b>\r\nBcc: all@example.org");
    var placed =
        accepted(
            shop.anyone()
                .withKey(Shop.uniqueKey())
                .post(
                    "/orders",
                    Map.of(
                        "customer",
                        person,
                        "items",
                        List.of(Map.of("productId", product.id(), "quantity", 3)))),
            201);

    Mail mail = mailbox.await(email, "we have your order");

    assertThat(mail.header("Subject")).contains(placed.<String>path("number"));
    assertThat(mail.header("Message-ID"))
        .isEqualTo("<" + mail.file().getFileName().toString().replace(".eml", "@orders.example>"));
    assertThat(mail.text())
        .contains("Hello <b>สมชาย</b> Bcc: all@example.org,")
        .contains("- 3 x " + "Product " + product.sku())
        .contains("Total: 3600 JPY");
    assertThat(mail.html())
        .contains("&lt;b&gt;สมชาย&lt;/b&gt;")
        .doesNotContain("<b>สมชาย")
        .contains("3600 JPY");
    assertThat(mail.content().lines()).noneMatch(line -> line.startsWith("Bcc:"));
  }

  @Test
  void whoPaysByCardHearsThatItCameAndWhoCancelsThatItGoesBack() {
    var ada = shop.newCustomer();
    String order = ada.placesOrder(shop.newProduct("12.50", 9), 2);
    pay(ada, order, "4242424242424242");

    assertThat(mailbox.await(ada.email(), "is paid").text()).contains("25.00 EUR");

    accepted(ada.post("/orders/" + order + "/cancel"), 200);

    assertThat(mailbox.await(ada.email(), "is cancelled").text()).contains("is cancelled:");
    assertThat(mailbox.await(ada.email(), "a refund for order").text())
        .contains("we have paid back 25.00 EUR");
    assertThat(mailbox.await(ada.email(), "we have your order")).isNotNull();
    Patience.pause(Duration.ofSeconds(1));
    assertThat(mailbox.to(ada.email())).as("each thing once").hasSize(4);
  }

  @Test
  void whoseCardIsDeclinedHearsWhy() {
    var ada = shop.newCustomer();
    String order = ada.placesOrder(shop.newProduct("12.50", 9), 1);
    pay(ada, order, "4000000000009995");

    assertThat(mailbox.await(ada.email(), "was declined").text())
        .contains("12.50 EUR")
        .contains("There was not enough money on the account.");
  }

  @Test
  void aPartOfTheMoneyThatGoesBackIsToldWithItsAmount() {
    var ada = shop.newCustomer();
    String order = ada.placesOrder(shop.newProduct("12.50", 9), 2);
    String payment = pay(ada, order, "4242424242424242");

    accepted(shop.admin().post("/payments/" + payment + "/refunds", Map.of("amount", 3)), 202);

    assertThat(mailbox.await(ada.email(), "a refund for order").text())
        .contains("we have paid back 3.00 EUR");
  }

  private static String pay(SignedInCustomer customer, String order, String number) {
    return accepted(
            customer
                .with("Prefer", "wait=20")
                .post("/payments", Map.of("orderId", order, "method", Cards.card(number))),
            201)
        .path("id");
  }
}
