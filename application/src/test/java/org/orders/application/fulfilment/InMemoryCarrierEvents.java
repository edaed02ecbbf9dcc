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

  private final InMemoryTable<Key, CarrierEvent> events;
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
    return events.putIfAbsent(new Key(carrier, event.id()), event);
  }

  @Override
  public List<CarrierEvent> of(String carrier, TrackingNumber tracking) {
    return events.rows().entrySet().stream()
        .filter(row -> row.getKey().carrier().equals(carrier))
        .map(row -> row.getValue())
        .filter(event -> event.tracking().equals(tracking))
        .sorted(Comparator.comparing(CarrierEvent::at).thenComparing(CarrierEvent::id))
        .toList();
  }
}
