package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orders.contractkit.fulfilment.CarrierBooks.Sold;
import org.orders.contractkit.fulfilment.Counter.Parcel;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelRequest;

/** A label is bought when it is asked for, and only then. */
abstract class BuyingContract extends ContractGroup {

  @Test
  void aLabelIsWhatTheCarrierSold() {
    Parcel parcel = counter.buy();

    assertThat(bench.books().labels(parcel.shipment()))
        .containsExactly(new Sold(parcel.tracking(), 0));
    assertThat(new String(parcel.label().label().pdf(), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-")
        .contains("%%EOF");
  }

  @Test
  void theLabelCanBeAskedForLater() {
    Parcel parcel = counter.buy();

    LabelOutcome.Bought later =
        Counter.bought(carrier.lookUp(parcel.request(), parcel.reference()));

    assertThat(later.tracking()).isEqualTo(parcel.tracking());
    assertThat(later.estimatedDelivery()).isEqualTo(parcel.label().estimatedDelivery());
    assertThat(later.label().pdf()).isNotEmpty();
  }

  @Test
  void preparingBuysNothing() {
    LabelRequest request = Counter.newRequest();

    CarrierReference reference = counter.prepare(request);

    assertThat(bench.books().labels(request.shipment())).isEmpty();
    assertThat(carrier.lookUp(request, reference)).isEqualTo(new LabelOutcome.NotBought());
  }

  @Test
  void everyShipmentHasALabelOfItsOwn() {
    Parcel first = counter.buy();
    Parcel second = counter.buy();

    assertThat(first.tracking()).isNotEqualTo(second.tracking());
    assertThat(bench.books().labels(first.shipment())).hasSize(1);
    assertThat(bench.books().labels(second.shipment())).hasSize(1);
  }

  @Test
  void aRequestIsNotOnItsWayForEver() {
    assertThat(carrier.inFlight()).isBetween(Duration.ZERO, Duration.ofHours(1));
  }
}
