package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.contractkit.fulfilment.CarrierBench.Call;
import org.orders.contractkit.fulfilment.CarrierBench.Signed;
import org.orders.contractkit.fulfilment.CarrierBench.Told;
import org.orders.contractkit.fulfilment.Counter.Parcel;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.LogWatch;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ParcelStatus;

/** Who lives where is seen nowhere but on the label, and the keys are seen nowhere at all. */
abstract class SecrecyContract extends ContractGroup {

  @Test
  void nothingTellsItselfInPrint() {
    Parcel parcel = counter.buy();
    EventsDelivery delivery =
        bench
            .sign(new Told("evt_1", parcel.tracking(), ParcelStatus.DELIVERED, NOW), NOW)
            .delivery();

    assertSecret(
        carrier.toString(),
        parcel.request().toString(),
        parcel.reference().toString(),
        parcel.label().toString(),
        carrier.prepare(parcel.request()).toString(),
        carrier.lookUp(parcel.request(), parcel.reference()).toString(),
        delivery.toString(),
        carrier.readEvents(delivery, NOW).toString());
  }

  @Test
  void aDayOfBusinessLeavesNoTraceInTheLogs() {
    try (LogWatch watch = new LogWatch()) {
      Parcel parcel = counter.buy();
      counter.ask(Counter.toNowhere());
      counter.ask(Counter.by(Counter.NO_SERVICE));
      carrier.voidLabel(parcel.request(), parcel.reference());
      Told told = new Told("evt_1", parcel.tracking(), ParcelStatus.DELIVERED, NOW);
      carrier.readEvents(new Signed(Map.of(), bench.sign(told, NOW).body()).delivery(), NOW);

      assertSecret(watch.seen());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadDayLeavesNoTraceInLogsAndExceptions(Fault fault) {
    try (LogWatch watch = new LogWatch()) {
      LabelRequest request = Counter.newRequest();
      bench.disturb(Call.PREPARE, fault, Deed.NOT_DONE);
      Throwable refused = catchThrowable(() -> carrier.prepare(request));
      CarrierReference reference = counter.prepare(request);
      bench.disturb(Call.BUY, fault, Deed.NOT_DONE);
      Throwable failed = catchThrowable(() -> carrier.buyLabel(request, reference));

      assertSecret(watch.seen(), trace(refused), trace(failed));
    }
  }

  private void assertSecret(String... places) {
    List<String> secrets = new ArrayList<>(bench.secrets());
    secrets.addAll(
        List.of(
            Counter.NAME, Counter.STREET, Counter.EMAIL, Counter.PHONE, "Quittenbaum", "Zeile"));
    for (String place : places) {
      for (String secret : secrets) {
        // Not contains(): its failure would print the place, secrets and all.
        assertThat(place.contains(secret)).as("a secret is seen").isFalse();
      }
    }
  }

  private static String trace(@Nullable Throwable thrown) {
    StringWriter text = new StringWriter();
    if (thrown != null) {
      thrown.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
