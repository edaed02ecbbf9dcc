package org.orders.application.notification;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShipmentRepository;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderId;
import org.orders.domain.order.OrderRepository;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.returns.ReturnRepository;

/** The mails that tell customers, guests too, of their parcels, there and back. */
public final class ParcelMails implements MailRules {

  private final OrderRepository orders;
  private final ShipmentRepository shipments;
  private final ReturnRepository returns;
  private final String tracking;

  /**
   * @param tracking where a parcel's journey is told; {order}, {shipment} and {trackingNumber} in
   *     it stand for what they say
   */
  public ParcelMails(
      OrderRepository orders,
      ShipmentRepository shipments,
      ReturnRepository returns,
      String tracking) {
    this.orders = orders;
    this.shipments = shipments;
    this.returns = returns;
    this.tracking = tracking;
  }

  @Override
  public List<MailRule> rules() {
    return List.of(
        MailRule.on(
            "SHIPMENT_SHIPPED",
            Mail.OrderShipped.class,
            request ->
                ofShipment(
                    request,
                    (order, it) -> new Mail.OrderShipped(order, it, parts(order, it), link(it)))),
        MailRule.on(
            "SHIPMENT_DELIVERED",
            Mail.OrderDelivered.class,
            request ->
                ofShipment(
                    request,
                    (order, it) -> new Mail.OrderDelivered(order, it, parts(order, it), link(it)))),
        MailRule.on(
            "RETURN_REQUESTED",
            Mail.ReturnRequested.class,
            request ->
                ofReturn(
                    request, (order, it) -> new Mail.ReturnRequested(order, it, parts(order, it)))),
        MailRule.on(
            "RETURN_APPROVED",
            Mail.ReturnApproved.class,
            request ->
                ofReturn(
                    request, (order, it) -> new Mail.ReturnApproved(order, it, parts(order, it)))),
        MailRule.on(
            "RETURN_RECEIVED",
            Mail.ReturnReceived.class,
            request ->
                ofReturn(
                    request, (order, it) -> new Mail.ReturnReceived(order, it, parts(order, it)))),
        MailRule.on(
            "RETURN_REJECTED",
            Mail.ReturnRejected.class,
            request ->
                ofReturn(
                    request, (order, it) -> new Mail.ReturnRejected(order, it, parts(order, it)))));
  }

  private Optional<Letter> ofShipment(MailRequest request, BiFunction<Order, Shipment, Mail> mail) {
    return shipments
        .find(new ShipmentId(request.about()))
        .flatMap(shipment -> tell(shipment.orderId(), order -> mail.apply(order, shipment)));
  }

  private Optional<Letter> ofReturn(MailRequest request, BiFunction<Order, Return, Mail> mail) {
    return returns
        .find(new ReturnId(request.about()))
        .flatMap(goods -> tell(goods.orderId(), order -> mail.apply(order, goods)));
  }

  private Optional<Letter> tell(OrderId id, Function<Order, Mail> mail) {
    return orders.find(id).map(order -> Letter.to(order.contact(), mail.apply(order)));
  }

  private static List<Mail.Part> parts(Order order, Shipment shipment) {
    return Mail.Part.of(order, shipment.pieces());
  }

  private static List<Mail.Part> parts(Order order, Return goods) {
    return Mail.Part.of(order, goods.pieces());
  }

  private String link(Shipment shipment) {
    TrackingNumber number = shipment.trackingNumber();
    String written = number == null ? "" : encoded(number.value());
    return tracking
        .replace("{order}", shipment.orderId().value().toString())
        .replace("{shipment}", shipment.id().value().toString())
        .replace("{trackingNumber}", written);
  }

  /** The text as a part of an address: what may have a meaning there is written as its bytes. */
  private static String encoded(String text) {
    StringBuilder written = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each >= '0' && each <= '9' || each >= 'A' && each <= 'Z' || each >= 'a' && each <= 'z') {
        written.append((char) each);
      } else {
        written.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return written.toString();
  }
}
