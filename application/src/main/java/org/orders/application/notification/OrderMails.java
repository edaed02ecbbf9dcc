package org.orders.application.notification;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.shared.Money;

/** The mails that tell customers, guests too, how it goes with their orders and their money. */
public final class OrderMails implements MailRules {

  private final OrderRepository orders;

  public OrderMails(OrderRepository orders) {
    this.orders = orders;
  }

  @Override
  public List<MailRule> rules() {
    return List.of(
        MailRule.on("PLACED", Mail.OrderPlaced.class, r -> tell(r, Mail.OrderPlaced::new)),
        MailRule.on(
            "PAYMENT_CAPTURED",
            Mail.OrderPaid.class,
            r -> tell(r, order -> new Mail.OrderPaid(order, amount(r)))),
        MailRule.on(
            "PAYMENT_DECLINED",
            Mail.PaymentDeclined.class,
            r -> tell(r, order -> new Mail.PaymentDeclined(order, amount(r), reason(r)))),
        MailRule.on(
            "PAYMENT_REFUNDED",
            Mail.PaymentRefunded.class,
            r -> tell(r, order -> new Mail.PaymentRefunded(order, amount(r)))),
        MailRule.on("STATUS", Mail.OrderCancelled.class, r -> tell(r, Mail.OrderCancelled::new))
            .where("to", "CANCELLED"));
  }

  private Optional<Letter> tell(MailRequest request, Function<Order, Mail> mail) {
    return orders
        .find(new OrderId(request.order()))
        .map(order -> Letter.to(order.contact(), mail.apply(order)));
  }

  private static Money amount(MailRequest request) {
    return request.money("amountMinor", "currency");
  }

  private static DeclineReason reason(MailRequest request) {
    return DeclineReason.valueOf(request.fact("declineReason").toUpperCase(Locale.ROOT));
  }
}
