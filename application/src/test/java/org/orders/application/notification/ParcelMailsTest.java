package org.orders.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orders.application.InMemoryPersistence;
import org.orders.application.shared.CountingIds;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Shop;
import org.orders.domain.fulfilment.Shipment;
import org.orders.domain.fulfilment.ShipmentDecision;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.order.Order;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.returns.Return;
import org.orders.domain.returns.ReturnDecision;
import org.orders.domain.returns.ReturnId;
import org.orders.domain.shared.Reason;

class ParcelMailsTest {

  private static final String LINK = "https://shop.example/{order}/{shipment}?n={trackingNumber}";

  private final InMemoryPersistence kept = InMemoryPersistence.on(new InMemoryDatabase());
  private final Order order = new Shop(kept).order(2);
  private final Mails mails =
      new Mails(
          List.of(new ParcelMails(kept.orders(), kept.shipments(), kept.returns(), LINK)),
          new CountingIds(),
          true);

  @Test
  void whoWaitsForAParcelHearsWhereItIs() {
    ShipmentDecision shipped =
        Shipment.byHand(
            new ShipmentId(Shop.newId()),
            order.id(),
            order.lines().pieces(),
            new TrackingNumber("1Z 999"),
            Shop.NOW);
    kept.work().run(() -> kept.shipments().add(shipped));
    UUID id = shipped.shipment().id().value();

    assertThat(tell("SHIPMENT_SHIPPED", id))
        .hasValueSatisfying(
            mail ->
                assertThat(mail)
                    .isInstanceOfSatisfying(
                        Mail.OrderShipped.class,
                        it -> {
                          assertThat(it.tracking())
                              .isEqualTo(
                                  "https://shop.example/%s/%s?n=1Z%%20999"
                                      .formatted(order.id().value(), id));
                          assertThat(it.parts())
                              .containsExactly(new Mail.Part(order.lines().items().getFirst(), 2));
                        }));
    assertThat(tell("SHIPMENT_DELIVERED", id)).containsInstanceOf(Mail.OrderDelivered.class);
    assertThat(tell("SHIPMENT_SHIPPED", Shop.newId())).isEmpty();
  }

  @Test
  void whoSendsSomethingBackHearsOfEachStep() {
    ReturnDecision requested =
        Return.request(
            new ReturnId(Shop.newId()),
            order,
            order.lines().pieces(),
            order.lines().pieces(),
            List.of(),
            new Reason("too small"),
            Shop.NOW);
    kept.work().run(() -> kept.returns().add(requested));
    UUID id = requested.goods().id().value();

    assertThat(tell("RETURN_REQUESTED", id)).containsInstanceOf(Mail.ReturnRequested.class);
    assertThat(tell("RETURN_APPROVED", id)).containsInstanceOf(Mail.ReturnApproved.class);
    assertThat(tell("RETURN_RECEIVED", id)).containsInstanceOf(Mail.ReturnReceived.class);
    assertThat(tell("RETURN_REJECTED", id)).containsInstanceOf(Mail.ReturnRejected.class);
  }

  private Optional<Mail> tell(String type, UUID subject) {
    var message = new OutboxMessage(type, order.id().value(), subject, Map.of(), Instant.EPOCH);
    var jobs = mails.hear(message);
    assertThat(jobs).hasSize(1);
    return kept.work()
        .run(() -> mails.write(MailRequest.parse(jobs.getFirst().payload())))
        .map(Letter::mail);
  }
}
