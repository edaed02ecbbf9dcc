package org.orders.adapter.localcarrier;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.orders.adapter.localcarrier.Books.Entry;
import org.orders.adapter.localcarrier.label.LabelPrinter;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.EventsDelivery;
import org.orders.domain.fulfilment.EventsReading;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.Sender;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.fulfilment.VoidOutcome;
import org.orders.standin.Weather;
import org.orders.standin.Wire;

/**
 * The built-in carrier: it behaves like a real one, with books of its own, labels that can be
 * printed and scanned, and lost answers, and carries nothing.
 *
 * <p>It has the services {@code Standard} and {@code Express}, and does not go to Antarctica.
 */
@Singleton
@Named(LocalShippingCarrier.NAME)
public final class LocalShippingCarrier implements ShippingCarrier {

  static final String NAME = "local";

  private static final String NOT_SERVED = "AQ";

  private final Books books;
  private final Wire<Call> wire;
  private final Settings settings;
  private final Sender sender;
  private final LocalEvents events;
  private final LabelPrinter printer = new LabelPrinter();

  /** What is called. */
  enum Call {
    PREPARE,
    BUY,
    LOOK_UP,
    VOID
  }

  /**
   * How it is set up.
   *
   * @param delay how long buying and voiding take, half of it before the books are written, half
   *     after
   * @param firstScan how long after it was sold a label's journey begins; none for never
   * @param secret what events in its name are signed with
   */
  record Settings(Duration delay, Optional<Duration> firstScan, String secret) {

    /** Hides the secret. */
    @Override
    public String toString() {
      return "Settings[***]";
    }
  }

  /**
   * As configured.
   *
   * @param failureRate the share of calls that are lost, from 0 to 1
   */
  @Inject
  LocalShippingCarrier(
      DataSource database,
      Sender sender,
      @ConfigProperty(name = "orders.shipping.local.delay", defaultValue = "0s") Duration delay,
      @ConfigProperty(name = "orders.shipping.local.failure-rate", defaultValue = "0")
          double failureRate,
      @ConfigProperty(name = "orders.shipping.local.webhook-secret") Optional<String> webhookSecret,
      @ConfigProperty(name = "orders.shipping.local.simulate-journey", defaultValue = "false")
          boolean simulateJourney,
      @ConfigProperty(name = "orders.shipping.local.journey-step", defaultValue = "20s")
          Duration journeyStep) {
    this(
        new Books(database),
        Weather.failing("orders.shipping.local.failure-rate", failureRate),
        new Settings(
            delay,
            simulateJourney ? Optional.of(journeyStep) : Optional.empty(),
            webhookSecret.filter(text -> !text.isBlank()).orElseGet(() -> newSecret())),
        sender);
  }

  LocalShippingCarrier(Books books, Weather<Call> weather, Settings settings, Sender sender) {
    this.books = books;
    this.wire = new Wire<>("built-in carrier", weather);
    this.settings = settings;
    this.sender = sender;
    this.events = new LocalEvents(settings.secret());
  }

  /** Good for this process alone: who is to sign events elsewhere needs one that is configured. */
  private static String newSecret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Nothing is on its way after a call has ended, but for one that a paused thread makes late. */
  @Override
  public Duration inFlight() {
    return Duration.ofMinutes(1);
  }

  @Override
  public LabelPreparation prepare(LabelRequest request) {
    return call(
        Call.PREPARE,
        new LabelPreparation.Unavailable(),
        () ->
            refusal(request)
                .<LabelPreparation>map(LabelPreparation.Refused::new)
                .orElseGet(
                    () ->
                        new LabelPreparation.Prepared(
                            new CarrierReference("local_" + request.shipment().value()))));
  }

  private static Optional<LabelRefusal> refusal(LabelRequest request) {
    if (request.destination().country().value().equals(NOT_SERVED)) {
      return Optional.of(LabelRefusal.ADDRESS_NOT_DELIVERABLE);
    }
    return LocalService.of(request).isEmpty()
        ? Optional.of(LabelRefusal.SERVICE_NOT_AVAILABLE)
        : Optional.empty();
  }

  @Override
  public LabelOutcome buyLabel(LabelRequest request, CarrierReference reference) {
    return call(
        Call.BUY,
        new LabelOutcome.Unknown(),
        () -> {
          Optional<LabelRefusal> refusal = refusal(request);
          return refusal.isPresent()
              ? new LabelOutcome.Refused(refusal.get())
              : outcome(sell(request), request);
        });
  }

  private Entry sell(LabelRequest request) throws SQLException {
    LocalService service = LocalService.of(request).orElse(LocalService.STANDARD);
    return books.sell(
        request,
        service == LocalService.EXPRESS,
        serial -> S10.number(service.kind(), serial, sender.address().country()),
        settings.firstScan());
  }

  @Override
  public LabelOutcome lookUp(LabelRequest request, CarrierReference reference) {
    return call(
        Call.LOOK_UP,
        new LabelOutcome.Unknown(),
        () -> outcome(books.find(request.shipment()), request));
  }

  /** The label is drawn anew whenever it is asked for: so the books hold no address. */
  private LabelOutcome outcome(Entry entry, LabelRequest request) {
    return switch (entry) {
      case Entry.Sold sold -> {
        LocalService service = sold.express() ? LocalService.EXPRESS : LocalService.STANDARD;
        yield new LabelOutcome.Bought(
            sold.tracking(),
            printer.print(
                new LabelPrinter.Content(
                    service.printed(),
                    sender.name().value(),
                    sender.address(),
                    request.recipient().name().value(),
                    request.destination(),
                    request.recipient().phone().value(),
                    request.order().value(),
                    sold.at().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                    sold.tracking())),
            sold.at().plus(service.takes()));
      }
      case Entry.Void() -> new LabelOutcome.Refused(LabelRefusal.VOIDED);
      case Entry.Absent() -> new LabelOutcome.NotBought();
    };
  }

  @Override
  public VoidOutcome voidLabel(LabelRequest request, CarrierReference reference) {
    return call(
        Call.VOID,
        new VoidOutcome.Unknown(),
        () ->
            books.giveUp(request) instanceof Entry.Sold
                ? new VoidOutcome.TooLate()
                : new VoidOutcome.Voided());
  }

  @Override
  public EventsReading readEvents(EventsDelivery delivery, Instant now) {
    return events.read(delivery, now);
  }

  /** A delivery as this carrier itself signs it. */
  EventsDelivery sign(CarrierEvent event, Instant at) {
    return events.delivery(event, at);
  }

  private <T> T call(Call call, T unknown, Wire.Deed<T> deed) {
    boolean works = call == Call.BUY || call == Call.VOID;
    Duration takes = works ? settings.delay() : Duration.ZERO;
    return wire.call(call, takes, unknown, deed);
  }

  /** Hides its secret. */
  @Override
  public String toString() {
    return "LocalShippingCarrier";
  }
}
