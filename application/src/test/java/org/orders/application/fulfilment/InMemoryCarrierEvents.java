package org.orders.application.fulfilment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.CarrierEvents;
import org.orders.domain.order.TrackingNumber;

/** Carriers' words in memory. */
public final class InMemoryCarrierEvents implements CarrierEvents {

  private record Key(String carrier, String id) {}

  private record Parcel(String carrier, TrackingNumber tracking) {}

  private record Heard(CarrierEvent event, Instant at) {}

  private final InMemoryTable<Key, Heard> events;
  private final InMemoryTable<Parcel, Boolean> parcels;

  public InMemoryCarrierEvents(InMemoryDatabase database) {
    this.events = database.table("carrierEvents");
    this.parcels = database.table("carrierParcels");
  }

  @Override
  public void hold(String carrier, TrackingNumber tracking) {
    parcels.lock(new Parcel(carrier, tracking));
  }

  @Override
  public boolean add(String carrier, CarrierEvent event, Instant heardAt) {
    return events.putIfAbsent(new Key(carrier, event.id()), new Heard(event, heardAt));
  }

  @Override
  public List<CarrierEvent> of(String carrier, TrackingNumber tracking, Instant since) {
    return events.rows().entrySet().stream()
        .filter(row -> row.getKey().carrier().equals(carrier))
        .map(row -> row.getValue())
        .filter(heard -> !heard.at().isBefore(since))
        .map(Heard::event)
        .filter(event -> event.tracking().equals(tracking))
        .sorted(Comparator.comparing(CarrierEvent::at).thenComparing(CarrierEvent::id))
        .toList();
  }
}
