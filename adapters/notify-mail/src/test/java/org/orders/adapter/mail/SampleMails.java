package org.orders.adapter.mail;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.orders.application.inventory.AlertId;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.inventory.StockAlert;
import org.orders.application.notification.Letter;
import org.orders.application.notification.Mail;
import org.orders.domain.Samples;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderLines;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.order.OrderState;
import org.orders.domain.order.Pieces;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;
import org.orders.domain.shared.Reason;

/** A mail of each sort. */
final class SampleMails {

  static final Currency EUR = Samples.EUR;

  static final String TOKEN = "AZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8OixwtQ";

  private SampleMails() {}

  /** One of each record that is a mail; a test says so. */
  static List<Mail> all() {
    Order order = order(EUR, "สมชาย ใจดี");
    Money amount = order.total();
    return List.of(
        new Mail.OrderPlaced(order),
        new Mail.OrderPaid(order, amount),
        new Mail.PaymentDeclined(order, amount, DeclineReason.INSUFFICIENT_FUNDS),
        new Mail.PaymentRefunded(order, amount),
        new Mail.OrderCancelled(order),
        new Mail.OrderShipped(order, shipment(order), parts(order), TRACKING),
        new Mail.OrderDelivered(order, shipment(order), parts(order), TRACKING),
        new Mail.ReturnRequested(order, goods(order), parts(order)),
        new Mail.ReturnApproved(order, goods(order), parts(order)),
        new Mail.ReturnReceived(order, goods(order), parts(order)),
        new Mail.ReturnRejected(order, goods(order), parts(order)),
        new Mail.PasswordReset(
            new PersonName("สมชาย ใจดี"), TOKEN, "https://shop.example/resets/" + TOKEN),
        new Mail.StockLow(alert()),
        new Mail.DriftsFound(new Check(Samples.NOW, 2)));
  }

  static final String TRACKING = "https://shop.example/track?parcel=1&number=RR123456785DE";

  static Shipment shipment(Order order) {
    return Shipment.byHand(
            new ShipmentId(Samples.id(900)),
            order.id(),
            order.lines().pieces(),
            new TrackingNumber("RR123456785DE"),
            Samples.NOW)
        .shipment();
  }

  static List<Mail.Part> parts(Order order) {
    return List.of(new Mail.Part(order.lines().items().getFirst(), 1));
  }

  private static Return goods(Order order) {
    return Return.request(
            new ReturnId(Samples.id(901)),
            order,
            Pieces.of(order.lines().items().getFirst().id(), 1),
            order.lines().pieces(),
            List.of(),
            new Reason("too bright"),
            Samples.NOW)
        .goods();
  }

  /** An order of two lines, 1,250 and 3 x 99 minor units. */
  static Order order(Currency currency, String name) {
    OrderLines lines =
        Samples.lines(
            Samples.item(product(1, "Lamp & shade", new Money(1_250, currency)), 1),
            Samples.item(product(2, "โคมไฟ", new Money(99, currency)), 3));
    Instant at = Samples.NOW;
    return new Order(
        new OrderId(Samples.id(700)),
        new OrderNumber("100700"),
        null,
        Samples.customerId(),
        new OrderState.Pending(at),
        lines,
        Samples.otherAddress(),
        new Contact(
            new PersonName(name),
            new EmailAddress("somchai@example.com"),
            new PhoneNumber("+66812345678")),
        false,
        null,
        at,
        at,
        at,
        0);
  }

  private static StockAlert alert() {
    return new StockAlert(
        new AlertId(Samples.id(800)),
        new ProductId(Samples.id(1)),
        new Sku("LAMP & more"),
        4,
        5,
        Samples.NOW,
        null,
        null);
  }

  static Letter letter(Mail mail) {
    return Letter.to(order(EUR, "สมชาย ใจดี").contact(), mail);
  }

  private static Product product(long number, String name, Money price) {
    return Product.create(
        new ProductId(Samples.id(number)),
        new Sku("SKU-" + number),
        new ProductName(name),
        "",
        price,
        0,
        Samples.NOW);
  }
}
