package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orders.contractkit.fulfilment.CarrierBooks.Sold;
import org.orders.contractkit.fulfilment.Counter.Parcel;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.VoidOutcome;

/** What nobody sends is not paid for. */
abstract class VoidingContract extends ContractGroup {

  @Test
  void aLabelIsVoidAtTheCarrier() {
    Parcel parcel = counter.buy();

    assertThat(carrier.voidLabel(parcel.request(), parcel.reference()))
        .isEqualTo(new VoidOutcome.Voided());

    assertThat(bench.books().labels(parcel.shipment()))
        .containsExactly(new Sold(parcel.tracking(), 1));
  }

  @Test
  void aVoidLabelIsNoLabelAnyMore() {
    Parcel parcel = counter.buy();
    carrier.voidLabel(parcel.request(), parcel.reference());

    LabelOutcome voided = new LabelOutcome.Refused(LabelRefusal.VOIDED);
    assertThat(carrier.lookUp(parcel.request(), parcel.reference())).isEqualTo(voided);
    assertThat(carrier.buyLabel(parcel.request(), parcel.reference())).isEqualTo(voided);
    assertThat(bench.books().labels(parcel.shipment())).hasSize(1);
  }

  @Test
  void voidingTwiceChangesNothing() {
    Parcel parcel = counter.buy();
    carrier.voidLabel(parcel.request(), parcel.reference());

    assertThat(carrier.voidLabel(parcel.request(), parcel.reference()))
        .isEqualTo(new VoidOutcome.Voided());
    assertThat(bench.books().labels(parcel.shipment()))
        .containsExactly(new Sold(parcel.tracking(), 1));
  }

  @Test
  void whatIsGivenUpBeforeItIsBoughtIsNotBought() {
    LabelRequest request = Counter.newRequest();
    CarrierReference reference = counter.prepare(request);

    VoidOutcome outcome = carrier.voidLabel(request, reference);

    assertThat(outcome).isIn(new VoidOutcome.Voided(), new VoidOutcome.NothingBought());
    assertThat(bench.books().labels(request.shipment())).isEmpty();
    if (outcome.equals(new VoidOutcome.Voided())) {
      assertThat(carrier.buyLabel(request, reference))
          .isEqualTo(new LabelOutcome.Refused(LabelRefusal.VOIDED));
      assertThat(bench.books().labels(request.shipment())).isEmpty();
    }
  }

  @Test
  void voidingOneLabelLeavesTheOthers() {
    Parcel kept = counter.buy();
    Parcel given = counter.buy();
    carrier.voidLabel(given.request(), given.reference());

    assertThat(Counter.bought(carrier.lookUp(kept.request(), kept.reference())).tracking())
        .isEqualTo(kept.tracking());
    assertThat(bench.books().labels(kept.shipment())).containsExactly(new Sold(kept.tracking(), 0));
  }
}
