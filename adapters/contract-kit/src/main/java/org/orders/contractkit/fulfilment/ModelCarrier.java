package org.orders.contractkit.fulfilment;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.contractkit.fulfilment.CarrierBench.Call;
import org.orders.contractkit.fulfilment.CarrierBench.Signed;
import org.orders.contractkit.fulfilment.CarrierBench.Told;
import org.orders.contractkit.shared.ModelSignature;
import org.orders.contractkit.shared.ModelWeather;
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

/** A carrier in memory that keeps the contract: for tests of those who use one. */
public final class ModelCarrier implements ShippingCarrier {

  private final ModelCarrierBooks books;
  private final ModelWeather<Call> weather;
  private final String secret;

  public ModelCarrier(ModelCarrierBooks books, ModelWeather<Call> weather, String secret) {
    this.books = books;
    this.weather = weather;
    this.secret = secret;
  }

  @Override
  public String name() {
    return "model";
  }

  @Override
  public Duration inFlight() {
    return Duration.ofMinutes(1);
  }

  @Override
  public LabelPreparation prepare(LabelRequest request) {
    if (weather.turn(Call.PREPARE) != ModelWeather.Turn.FAIR) {
      return new LabelPreparation.Unavailable();
    }
    return refusal(request)
        .<LabelPreparation>map(LabelPreparation.Refused::new)
        .orElseGet(
            () ->
                new LabelPreparation.Prepared(
                    new CarrierReference("model-" + request.shipment().value())));
  }

  private static Optional<LabelRefusal> refusal(LabelRequest request) {
    if (request.destination().country().value().equals(Counter.NOWHERE)) {
      return Optional.of(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    }
    return request.service() != null && request.service().value().equals(Counter.NO_SERVICE)
        ? Optional.of(LabelRefusal.SERVICE_NOT_AVAILABLE)
        : Optional.empty();
  }

  @Override
  public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
    return switch (weather.turn(Call.BUY)) {
      case FAIR ->
          refusal(request)
              .<LabelOutcome>map(LabelOutcome.Refused::new)
              .orElseGet(() -> outcome(books.sell(request.shipment()), request));
      case ANSWER_LOST -> {
        books.sell(request.shipment());
        yield new LabelOutcome.Unknown();
      }
      case REQUEST_LOST -> new LabelOutcome.Unknown();
    };
  }

  @Override
  public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
    return weather.turn(Call.LOOK_UP) == ModelWeather.Turn.FAIR
        ? outcome(books.find(request.shipment()), request)
        : new LabelOutcome.Unknown();
  }

  private LabelOutcome outcome(Optional<TrackingNumber> tracking, LabelRequest request) {
    if (tracking.isPresent()) {
      return new LabelOutcome.Bought(tracking.get(), paper(tracking.get()), null);
    }
    return books.isGivenUp(request.shipment())
        ? new LabelOutcome.Refused(LabelRefusal.VOIDED)
        : new LabelOutcome.NotBought();
  }

  /** What passes for a label here: it begins and ends as a PDF does. */
  private static LabelDocument paper(TrackingNumber tracking) {
    return new LabelDocument(
        ("%PDF-1.4\n%" + tracking.value() + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
    return switch (weather.turn(Call.VOID)) {
      case FAIR -> {
        books.giveUp(request.shipment());
        yield new VoidOutcome.Voided();
      }
      case ANSWER_LOST -> {
        books.giveUp(request.shipment());
        yield new VoidOutcome.Unknown();
      }
      case REQUEST_LOST -> new VoidOutcome.Unknown();
    };
  }

  @Override
  public EventsReading readEvents(EventsDelivery delivery, Instant now) {
    String time = delivery.header("Model-Time").orElse("");
    String body = new String(delivery.body(), StandardCharsets.UTF_8);
    if (!ModelSignature.of(secret, time, body)
        .equals(delivery.header("Model-Signature").orElse(""))) {
      return new EventsReading.Rejected(EventsReading.Fault.FORGED);
    }
    try {
      if (Duration.between(Instant.parse(time), now).abs().compareTo(EVENTS_TOLERANCE) > 0) {
        return new EventsReading.Rejected(EventsReading.Fault.STALE);
      }
      String[] parts = body.split(" ", 4);
      return new EventsReading.Accepted(
          List.of(
              new CarrierEvent(
                  parts[0],
                  new TrackingNumber(parts[1]),
                  null,
                  ParcelStatus.valueOf(parts[2]),
                  Instant.parse(parts[3]),
                  null,
                  "",
                  null)));
    } catch (DateTimeParseException noTime) {
      return new EventsReading.Rejected(EventsReading.Fault.UNREADABLE);
    }
  }

  /** A delivery of events, as the model itself would sign it. */
  public static Signed sign(String secret, Told told, Instant at) {
    String body =
        String.join(
            " ", told.id(), told.tracking().value(), told.status().name(), told.at().toString());
    String time = at.toString();
    return new Signed(
        Map.of("Model-Time", time, "Model-Signature", ModelSignature.of(secret, time, body)), body);
  }
}
