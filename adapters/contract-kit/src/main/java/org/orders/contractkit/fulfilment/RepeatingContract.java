package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orders.contractkit.fulfilment.CarrierBooks.Sold;
import org.orders.contractkit.fulfilment.Counter.Parcel;
import org.orders.contractkit.shared.Callers;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.order.TrackingNumber;

/** One shipment is one label, however often it is asked for. */
abstract class RepeatingContract extends ContractGroup {

  private static final int CALLERS = 16;

  @Test
  void aShipmentBoughtAgainHasOneLabel() {
    Parcel parcel = counter.buy();

    LabelOutcome again = carrier.buyLabel(parcel.request(), parcel.reference());

    assertThat(Counter.bought(again).tracking()).isEqualTo(parcel.tracking());
    assertThat(bench.books().labels(parcel.shipment())).hasSize(1);
  }

  @Test
  void sixteenCallersWithOneShipmentBuyOneLabel() {
    LabelRequest request = Counter.newRequest();
    CarrierReference reference = counter.prepare(request);

    List<LabelOutcome> outcomes =
        Callers.inParallel(CALLERS, () -> carrier.buyLabel(request, reference));

    List<Sold> sold = bench.books().labels(request.shipment());
    assertThat(sold).hasSize(1);
    TrackingNumber tracking = sold.getFirst().tracking();
    // A carrier may tell the others to ask later while one is being served.
    assertThat(outcomes)
        .allMatch(
            outcome ->
                outcome instanceof LabelOutcome.Unknown
                    || outcome instanceof LabelOutcome.Bought bought
                        && bought.tracking().equals(tracking))
        .anyMatch(LabelOutcome.Bought.class::isInstance);
    assertThat(Counter.bought(carrier.lookUp(request, reference)).tracking()).isEqualTo(tracking);
  }

  @Test
  void aShipmentPreparedTwiceIsBoughtOnce() {
    LabelRequest request = Counter.newRequest();
    counter.prepare(request);
    CarrierReference committed = counter.prepare(request);

    Counter.bought(carrier.buyLabel(request, committed));
    Counter.bought(carrier.buyLabel(request, committed));

    assertThat(bench.books().labels(request.shipment())).hasSize(1);
  }

  @Test
  void aLabelVoidedByManyIsVoidedOnce() {
    Parcel parcel = counter.buy();

    List<VoidOutcome> outcomes =
        Callers.inParallel(CALLERS, () -> carrier.voidLabel(parcel.request(), parcel.reference()));

    assertThat(outcomes)
        .contains(new VoidOutcome.Voided())
        .isSubsetOf(new VoidOutcome.Voided(), new VoidOutcome.Unknown());
    assertThat(bench.books().labels(parcel.shipment()))
        .containsExactly(new Sold(parcel.tracking(), 1));
  }

  @Test
  void buyingAndVoidingAtOnceEndWithoutALabel() {
    LabelRequest request = Counter.newRequest();
    CarrierReference reference = counter.prepare(request);
    AtomicInteger turn = new AtomicInteger();

    Callers.inParallel(
        2,
        () ->
            turn.getAndIncrement() == 0
                ? carrier.buyLabel(request, reference)
                : carrier.voidLabel(request, reference));
    // Nothing is on its way any more.
    carrier.voidLabel(request, reference);

    assertThat(bench.books().labels(request.shipment()))
        .hasSizeLessThan(2)
        .allMatch(label -> label.voidings() == 1);
    assertThat(carrier.lookUp(request, reference)).isNotInstanceOf(LabelOutcome.Bought.class);
  }
}
