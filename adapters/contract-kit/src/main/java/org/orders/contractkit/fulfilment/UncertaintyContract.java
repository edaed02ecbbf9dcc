package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.contractkit.fulfilment.CarrierBench.Call;
import org.orders.contractkit.fulfilment.CarrierBooks.Sold;
import org.orders.contractkit.fulfilment.Counter.Parcel;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.VoidOutcome;

/** What we do not know we say we do not know, and asking settles it. */
abstract class UncertaintyContract extends ContractGroup {

  @ParameterizedTest
  @EnumSource
  void aSpoiltAnswerIsUnknownUntilAskedFor(Fault fault) {
    LabelRequest request = Counter.newRequest();
    CarrierReference reference = counter.prepare(request);
    bench.disturb(Call.BUY, fault, Deed.DONE);

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Unknown());

    LabelOutcome.Bought found = Counter.bought(carrier.lookUp(request, reference));
    assertThat(bench.books().labels(request.shipment()))
        .containsExactly(new Sold(found.tracking(), 0));
  }

  @ParameterizedTest
  @EnumSource
  void aLostRequestIsUnknownUntilAskedFor(Fault fault) {
    LabelRequest request = Counter.newRequest();
    CarrierReference reference = counter.prepare(request);
    bench.disturb(Call.BUY, fault, Deed.NOT_DONE);

    assertThat(carrier.buyLabel(request, reference)).isEqualTo(new LabelOutcome.Unknown());

    assertThat(carrier.lookUp(request, reference)).isEqualTo(new LabelOutcome.NotBought());
    Counter.bought(carrier.buyLabel(request, reference));
    assertThat(bench.books().labels(request.shipment())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDisturbedLookUpSettlesNothing(Fault fault) {
    Parcel parcel = counter.buy();
    bench.disturb(Call.LOOK_UP, fault, Deed.NOT_DONE);

    assertThat(carrier.lookUp(parcel.request(), parcel.reference()))
        .isEqualTo(new LabelOutcome.Unknown());

    assertThat(Counter.bought(carrier.lookUp(parcel.request(), parcel.reference())).tracking())
        .isEqualTo(parcel.tracking());
  }

  @ParameterizedTest
  @EnumSource
  void aPreparationWithoutAnswerIsUnavailable(Fault fault) {
    LabelRequest request = Counter.newRequest();
    bench.disturb(Call.PREPARE, fault, Deed.DONE);

    assertThat(carrier.prepare(request)).isEqualTo(new LabelPreparation.Unavailable());

    Counter.bought(counter.ask(request));
    assertThat(bench.books().labels(request.shipment())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aVoidingWithASpoiltAnswerIsUnknownAndCanBeRepeated(Fault fault) {
    Parcel parcel = counter.buy();
    bench.disturb(Call.VOID, fault, Deed.DONE);

    assertThat(carrier.voidLabel(parcel.request(), parcel.reference()))
        .isEqualTo(new VoidOutcome.Unknown());

    assertThat(carrier.voidLabel(parcel.request(), parcel.reference()))
        .isEqualTo(new VoidOutcome.Voided());
    assertThat(bench.books().labels(parcel.shipment()))
        .containsExactly(new Sold(parcel.tracking(), 1));
  }

  @ParameterizedTest
  @EnumSource
  void aLostVoidingIsUnknownAndCanBeRepeated(Fault fault) {
    Parcel parcel = counter.buy();
    bench.disturb(Call.VOID, fault, Deed.NOT_DONE);

    assertThat(carrier.voidLabel(parcel.request(), parcel.reference()))
        .isEqualTo(new VoidOutcome.Unknown());

    assertThat(Counter.bought(carrier.lookUp(parcel.request(), parcel.reference())).tracking())
        .isEqualTo(parcel.tracking());
    assertThat(carrier.voidLabel(parcel.request(), parcel.reference()))
        .isEqualTo(new VoidOutcome.Voided());
    assertThat(bench.books().labels(parcel.shipment()))
        .containsExactly(new Sold(parcel.tracking(), 1));
  }
}
