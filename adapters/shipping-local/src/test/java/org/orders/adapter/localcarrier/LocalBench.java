package org.orders.adapter.localcarrier;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orders.contractkit.fulfilment.CarrierBench;
import org.orders.contractkit.fulfilment.CarrierBooks;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.contractkit.shared.TestDatabase;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.Sender;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;
import org.orders.standin.Weather;

/** The built-in carrier with its books in a real PostgreSQL. */
final class LocalBench implements CarrierBench, CarrierBooks {

  static final String SECRET = "whsec_local_5e2a";
  static final Sender SENDER =
      new Sender(
          new PersonName("Orders"),
          new Address(
              "1 Market Street", null, "San Francisco", "CA", "94105", new CountryCode("US")),
          new PhoneNumber("+14155550100"));

  private final Map<LocalShippingCarrier.Call, Weather.Turn> next =
      new EnumMap<>(LocalShippingCarrier.Call.class);
  private final LocalEvents events = new LocalEvents(SECRET);
  private final ShippingCarrier carrier =
      new LocalShippingCarrier(
          new Books(TestDatabase.shared()),
          this::turn,
          new LocalShippingCarrier.Settings(Duration.ZERO, Optional.empty(), SECRET),
          SENDER);

  private synchronized Weather.Turn turn(LocalShippingCarrier.Call call) {
    Weather.Turn turn = next.remove(call);
    return turn == null ? Weather.Turn.FAIR : turn;
  }

  @Override
  public ShippingCarrier carrier() {
    return carrier;
  }

  @Override
  public CarrierBooks books() {
    return this;
  }

  @Override
  public List<Sold> labels(ShipmentId shipment) {
    try (Connection connection = TestDatabase.shared().getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                """
                SELECT tracking_number, count(*) FILTER (WHERE kind = 'VOIDED')
                FROM carrier_local.ledger WHERE shipment_id = ? GROUP BY tracking_number
                """)) {
      select.setObject(1, shipment.value());
      List<Sold> labels = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          labels.add(new Sold(new TrackingNumber(rows.getString(1)), rows.getInt(2)));
        }
      }
      return labels;
    } catch (SQLException failed) {
      // Nothing was ever booked: the books do not exist.
      if ("42P01".equals(failed.getSQLState())) {
        return List.of();
      }
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public synchronized void disturb(Call call, Fault fault, Deed deed) {
    next.put(
        LocalShippingCarrier.Call.valueOf(call.name()),
        deed == Deed.DONE ? Weather.Turn.ANSWER_LOST : Weather.Turn.REQUEST_LOST);
  }

  @Override
  public Signed sign(Told told, Instant signedAt) {
    String body =
        events.write(
            new CarrierEvent(
                told.id(), told.tracking(), null, told.status(), told.at(), null, "", null));
    return new Signed(
        Map.of(LocalEvents.HEADER, events.sign(body.getBytes(StandardCharsets.UTF_8), signedAt)),
        body);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(SECRET);
  }
}
