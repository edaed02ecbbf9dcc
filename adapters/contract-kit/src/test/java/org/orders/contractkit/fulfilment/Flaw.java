package org.orders.contractkit.fulfilment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import org.orders.contractkit.fulfilment.CarrierBench.Told;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.domain.order.TrackingNumber;

/** What can be wrong with a carrier, each with the test that was written to find it. */
enum Flaw {
  CHANGES_ITS_MIND("Buying", "theLabelCanBeAskedForLater", ChangesItsMind::new),
  IS_NEVER_DONE("Buying", "aRequestIsNotOnItsWayForEver", IsNeverDone::new),
  FORGETS_KEYS("Repeating", "aShipmentBoughtAgainHasOneLabel", ForgetsKeys::new),
  LOOKS_BEFORE_IT_LEAPS(
      "Repeating", "sixteenCallersWithOneShipmentBuyOneLabel", LooksBeforeItLeaps::new),
  LOOKS_BEFORE_IT_VOIDS("Repeating", "aLabelVoidedByManyIsVoidedOnce", LooksBeforeItVoids::new),
  HAS_ONE_REASON_FOR_ALL("Refusing", "aServiceThatIsNotThereIsCalledThat", HasOneReasonForAll::new),
  REFUSES_WHAT_TIMES_OUT(
      "Uncertainty", "aSpoiltAnswerIsUnknownUntilAskedFor", RefusesWhatTimesOut::new),
  TAKES_SILENCE_FOR_NO("Uncertainty", "aDisturbedLookUpSettlesNothing", TakesSilenceForNo::new),
  REFUSES_WHEN_NOT_PREPARED(
      "Uncertainty", "aPreparationWithoutAnswerIsUnavailable", RefusesWhenNotPrepared::new),
  TAKES_SILENCE_FOR_VOID(
      "Uncertainty", "aLostVoidingIsUnknownAndCanBeRepeated", TakesSilenceForVoid::new),
  FORGETS_THAT_IT_IS_VOID("Voiding", "aVoidLabelIsNoLabelAnyMore", ForgetsThatItIsVoid::new),
  VOIDS_ALL_IT_SOLD("Voiding", "voidingOneLabelLeavesTheOthers", VoidsAllItSold::new),
  LOGS_RECIPIENTS("Secrecy", "aDayOfBusinessLeavesNoTraceInTheLogs", LogsRecipients::new),
  TELLS_ITS_SECRET("Secrecy", "nothingTellsItselfInPrint", TellsItsSecret::new),
  BELIEVES_EVERYBODY("Events", "aSignatureOfSomethingElseIsForged", BelievesEverybody::new),
  KNOWS_NO_TIME("Events", "aDeliveryBeyondTheToleranceIsStale", KnowsNoTime::new),
  COUNTS_DELIVERIES("Events", "aRepeatedDeliveryIsTheSameEvent", CountsDeliveries::new),
  BELIEVES_THE_POSTMARK(
      "Events", "whatIsToldLateStillHappenedWhenItHappened", BelievesThePostmark::new),
  KNOWS_GOOD_NEWS_ONLY("Events", "everyStatusIsUnderstood", KnowsGoodNewsOnly::new);

  final String group;
  final String test;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor: it holds nothing
  final Function<ModelBench, ShippingCarrier> carrier;

  Flaw(String group, String test, Function<ModelBench, ShippingCarrier> carrier) {
    this.group = group;
    this.test = test;
    this.carrier = carrier;
  }

  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(20));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class ChangesItsMind extends FlawedCarrier {
    ChangesItsMind(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      LabelOutcome outcome = right.buyLabel(request, reference);
      return outcome instanceof LabelOutcome.Bought bought
          ? new LabelOutcome.Bought(bought.tracking(), bought.label(), ContractGroup.NOW)
          : outcome;
    }
  }

  private static final class IsNeverDone extends FlawedCarrier {
    IsNeverDone(ModelBench bench) {
      super(bench);
    }

    @Override
    public Duration inFlight() {
      return Duration.ofDays(7);
    }
  }

  private static final class ForgetsKeys extends FlawedCarrier {
    ForgetsKeys(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      boolean again = bench.books.find(request.shipment()).isPresent();
      LabelOutcome outcome = right.buyLabel(request, reference);
      if (again) {
        bench.books.book(request.shipment());
      }
      return outcome;
    }
  }

  /** Right for one caller after the other, wrong for two at once. */
  private static final class LooksBeforeItLeaps extends FlawedCarrier {
    LooksBeforeItLeaps(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      boolean first = bench.books.labels(request.shipment()).isEmpty();
      pause();
      boolean stillFirst = bench.books.labels(request.shipment()).isEmpty();
      LabelOutcome outcome = right.buyLabel(request, reference);
      if (first && !stillFirst && outcome instanceof LabelOutcome.Bought) {
        bench.books.book(request.shipment());
      }
      return outcome;
    }
  }

  private static final class LooksBeforeItVoids extends FlawedCarrier {
    LooksBeforeItVoids(ModelBench bench) {
      super(bench);
    }

    @Override
    public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
      boolean first = !bench.books.isGivenUp(request.shipment());
      pause();
      boolean stillFirst = !bench.books.isGivenUp(request.shipment());
      VoidOutcome outcome = right.voidLabel(request, reference);
      if (first && !stillFirst) {
        bench.books.bookVoid(request.shipment());
      }
      return outcome;
    }
  }

  private static final class HasOneReasonForAll extends FlawedCarrier {
    HasOneReasonForAll(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelPreparation prepare(LabelRequest request) {
      LabelPreparation preparation = right.prepare(request);
      return preparation instanceof LabelPreparation.Refused
          ? new LabelPreparation.Refused(LabelRefusal.ADDRESS_NOT_DELIVERABLE)
          : preparation;
    }
  }

  private static final class RefusesWhatTimesOut extends FlawedCarrier {
    RefusesWhatTimesOut(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      LabelOutcome outcome = right.buyLabel(request, reference);
      return outcome instanceof LabelOutcome.Unknown
          ? new LabelOutcome.Refused(LabelRefusal.OTHER)
          : outcome;
    }
  }

  private static final class TakesSilenceForNo extends FlawedCarrier {
    TakesSilenceForNo(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
      LabelOutcome outcome = right.lookUp(request, reference);
      return outcome instanceof LabelOutcome.Unknown ? new LabelOutcome.NotBought() : outcome;
    }
  }

  private static final class RefusesWhenNotPrepared extends FlawedCarrier {
    RefusesWhenNotPrepared(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelPreparation prepare(LabelRequest request) {
      LabelPreparation preparation = right.prepare(request);
      return preparation instanceof LabelPreparation.Unavailable
          ? new LabelPreparation.Refused(LabelRefusal.OTHER)
          : preparation;
    }
  }

  private static final class TakesSilenceForVoid extends FlawedCarrier {
    TakesSilenceForVoid(ModelBench bench) {
      super(bench);
    }

    @Override
    public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
      right.voidLabel(request, reference);
      return new VoidOutcome.Voided();
    }
  }

  private static final class ForgetsThatItIsVoid extends FlawedCarrier {
    ForgetsThatItIsVoid(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
      LabelOutcome outcome = right.lookUp(request, reference);
      return outcome instanceof LabelOutcome.Refused ? new LabelOutcome.NotBought() : outcome;
    }
  }

  private static final class VoidsAllItSold extends FlawedCarrier {
    private final Set<ShipmentId> sold = ConcurrentHashMap.newKeySet();

    VoidsAllItSold(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      sold.add(request.shipment());
      return right.buyLabel(request, reference);
    }

    @Override
    public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
      VoidOutcome outcome = right.voidLabel(request, reference);
      if (outcome instanceof VoidOutcome.Voided) {
        sold.forEach(bench.books::giveUp);
      }
      return outcome;
    }
  }

  private static final class LogsRecipients extends FlawedCarrier {
    LogsRecipients(ModelBench bench) {
      super(bench);
    }

    @Override
    public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
      Logger.getLogger("org.orders.contractkit.flawed")
          .fine("label for " + request.recipient().name().value());
      return right.buyLabel(request, reference);
    }
  }

  private static final class TellsItsSecret extends FlawedCarrier {
    TellsItsSecret(ModelBench bench) {
      super(bench);
    }

    @Override
    public String toString() {
      return "Carrier[secret=" + ModelBench.SECRET + "]";
    }
  }

  /** What the delivery would say if it were signed by the carrier, at that time. */
  private static EventsReading asIfSigned(ModelCarrier right, EventsDelivery delivery, Instant at) {
    String[] parts = new String(delivery.body(), StandardCharsets.UTF_8).split(" ", 4);
    Told told =
        new Told(
            parts[0],
            new TrackingNumber(parts[1]),
            ParcelStatus.valueOf(parts[2]),
            Instant.parse(parts[3]));
    return right.readEvents(ModelCarrier.sign(ModelBench.SECRET, told, at).delivery(), at);
  }

  private static EventsReading changed(EventsReading reading, UnaryOperator<CarrierEvent> change) {
    return reading instanceof EventsReading.Accepted(List<CarrierEvent> events)
        ? new EventsReading.Accepted(events.stream().map(change).toList())
        : reading;
  }

  private static final class BelievesEverybody extends FlawedCarrier {
    BelievesEverybody(ModelBench bench) {
      super(bench);
    }

    @Override
    public EventsReading readEvents(EventsDelivery delivery, Instant now) {
      return right.readEvents(delivery, now) instanceof EventsReading.Rejected(var fault)
              && fault == EventsReading.Fault.FORGED
          ? asIfSigned(right, delivery, now)
          : right.readEvents(delivery, now);
    }
  }

  private static final class KnowsNoTime extends FlawedCarrier {
    KnowsNoTime(ModelBench bench) {
      super(bench);
    }

    @Override
    public EventsReading readEvents(EventsDelivery delivery, Instant now) {
      return right.readEvents(delivery, now) instanceof EventsReading.Rejected(var fault)
              && fault == EventsReading.Fault.STALE
          ? asIfSigned(right, delivery, now)
          : right.readEvents(delivery, now);
    }
  }

  private static final class CountsDeliveries extends FlawedCarrier {
    private final AtomicInteger deliveries = new AtomicInteger();

    CountsDeliveries(ModelBench bench) {
      super(bench);
    }

    @Override
    public EventsReading readEvents(EventsDelivery delivery, Instant now) {
      return changed(
          right.readEvents(delivery, now),
          event ->
              new CarrierEvent(
                  event.id() + "-" + deliveries.incrementAndGet(),
                  event.tracking(),
                  null,
                  event.status(),
                  event.at(),
                  null,
                  "",
                  null));
    }
  }

  private static final class BelievesThePostmark extends FlawedCarrier {
    BelievesThePostmark(ModelBench bench) {
      super(bench);
    }

    @Override
    public EventsReading readEvents(EventsDelivery delivery, Instant now) {
      return changed(
          right.readEvents(delivery, now),
          event ->
              new CarrierEvent(
                  event.id(), event.tracking(), null, event.status(), now, null, "", null));
    }
  }

  private static final class KnowsGoodNewsOnly extends FlawedCarrier {
    private static final Map<ParcelStatus, ParcelStatus> GOOD =
        Map.of(ParcelStatus.RETURNED, ParcelStatus.DELIVERED);

    KnowsGoodNewsOnly(ModelBench bench) {
      super(bench);
    }

    @Override
    public EventsReading readEvents(EventsDelivery delivery, Instant now) {
      return changed(
          right.readEvents(delivery, now),
          event ->
              new CarrierEvent(
                  event.id(),
                  event.tracking(),
                  null,
                  GOOD.getOrDefault(event.status(), event.status()),
                  event.at(),
                  null,
                  "",
                  null));
    }
  }
}
