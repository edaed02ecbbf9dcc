package org.orders.application.fulfilment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.order.TrackingNumber;

/** A carrier in memory that keeps its word, whose calls can be made to go wrong in any way. */
public final class TestCarrier implements ShippingCarrier {

  public static final String NAME = "test";

  /** What was called, in order. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  /** Every request for a label, as the carrier heard it. */
  public final List<LabelRequest> requests = new CopyOnWriteArrayList<>();

  private final String name;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<CarrierReference, LabelOutcome.Bought> labels = new ConcurrentHashMap<>();
  private final List<CarrierReference> voided = new CopyOnWriteArrayList<>();
  private final List<Fault> faults = new ArrayList<>();
  private @Nullable LabelRefusal refusal;
  private @Nullable VoidOutcome voiding;
  private boolean lost;

  /** What happens to a call of that name before or after the carrier has done it. */
  private record Fault(String call, boolean before, Runnable what) {}

  public TestCarrier() {
    this(NAME);
  }

  private TestCarrier(String name) {
    this.name = name;
  }

  /** Another carrier. */
  public static TestCarrier named(String name) {
    return new TestCarrier(name);
  }

  /** The next call of that name goes wrong before the carrier hears of it. */
  public void before(String call, Runnable what) {
    faults.add(new Fault(call, true, what));
  }

  /** The next call of that name goes wrong once the carrier has done it. */
  public void after(String call, Runnable what) {
    faults.add(new Fault(call, false, what));
  }

  /** What the carrier says to every parcel from now on; nothing to take them. */
  public void refuses(@Nullable LabelRefusal reason) {
    refusal = reason;
  }

  /** Answers of purchases get lost from now on, or not any more. */
  public void losesAnswers(boolean loses) {
    lost = loses;
  }

  /** What the carrier says when a label is to be voided; nothing to void it. */
  public void answersVoids(@Nullable VoidOutcome outcome) {
    voiding = outcome;
  }

  /** How many labels were bought, those included that were voided. */
  public int bought() {
    return labels.size();
  }

  /** Which labels were voided, as often as they were. */
  public int voided() {
    return voided.size();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration inFlight() {
    return Duration.ofMinutes(1);
  }

  @Override
  public LabelPreparation prepare(LabelRequest request) {
    return call(
        "prepare",
        () ->
            new LabelPreparation.Prepared(
                new CarrierReference("ref_" + numbers.incrementAndGet())));
  }

  @Override
  public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
    return call(
        "buyLabel",
        () -> {
          requests.add(request);
          if (refusal != null) {
            return new LabelOutcome.Refused(refusal);
          }
          LabelOutcome bought = labels.computeIfAbsent(reference, TestCarrier::label);
          return lost ? new LabelOutcome.Unknown() : bought;
        });
  }

  @Override
  public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
    return call("lookUp", () -> known(reference));
  }

  private LabelOutcome known(CarrierReference reference) {
    LabelOutcome.Bought label = labels.get(reference);
    return label == null ? new LabelOutcome.NotBought() : label;
  }

  @Override
  public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
    return call(
        "voidLabel",
        () -> {
          if (voiding != null) {
            return voiding;
          }
          if (!labels.containsKey(reference)) {
            return new VoidOutcome.NothingBought();
          }
          if (!voided.contains(reference)) {
            voided.add(reference);
          }
          return new VoidOutcome.Voided();
        });
  }

  /**
   * Believes whoever sends {@code Signature: good}; a line says id, number, status, time and
   * perhaps reference.
   */
  @Override
  public EventsReading readEvents(EventsDelivery delivery, Instant now) {
    if (!delivery.header("Signature").orElse("").equals("good")) {
      return new EventsReading.Rejected(EventsReading.Fault.FORGED);
    }
    return new EventsReading.Accepted(
        new String(delivery.body(), StandardCharsets.UTF_8)
            .lines()
            .map(TestCarrier::event)
            .toList());
  }

  private static CarrierEvent event(String line) {
    String[] parts = line.split(" ", -1);
    return new CarrierEvent(
        parts[0],
        new TrackingNumber(parts[1]),
        parts.length > 4 ? new CarrierReference(parts[4]) : null,
        ParcelStatus.valueOf(parts[2]),
        Instant.parse(parts[3]),
        "Berlin",
        "as told",
        null);
  }

  /** A delivery in the form that this carrier reads. */
  public static EventsDelivery delivery(String signature, String lines) {
    return new EventsDelivery(
        Map.of("Signature", signature), lines.getBytes(StandardCharsets.UTF_8));
  }

  private static LabelOutcome.Bought label(CarrierReference reference) {
    return new LabelOutcome.Bought(
        number(reference),
        new LabelDocument(("%PDF-1.7 " + reference.value()).getBytes(StandardCharsets.US_ASCII)),
        Instant.parse("2026-03-05T12:00:00Z"));
  }

  /** The tracking number that goes with a reference. */
  public static TrackingNumber number(CarrierReference reference) {
    return new TrackingNumber("TRACK-" + reference.value());
  }

  private <T> T call(String called, Supplier<T> deed) {
    calls.add(called);
    goWrong(called, true);
    T result = deed.get();
    goWrong(called, false);
    return result;
  }

  private void goWrong(String called, boolean before) {
    for (Fault fault : List.copyOf(faults)) {
      if (fault.call().equals(called) && fault.before() == before) {
        faults.remove(fault);
        fault.what().run();
        return;
      }
    }
  }
}
