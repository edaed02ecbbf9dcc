package org.orders.adapter.localcarrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.adapter.localcarrier.Books.Due;
import org.orders.adapter.localcarrier.Books.Entry;
import org.orders.contractkit.fulfilment.Counter;
import org.orders.contractkit.shared.TestDatabase;
import org.orders.domain.fulfilment.CarrierEvent;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ParcelStatus;
import org.orders.domain.shared.CountryCode;

/** A parcel's journey is told step by step, by one replica, and goes on after failures. */
class JourneyTest {

  private final Books books = new Books(TestDatabase.shared());
  private final Journey journey = new Journey("Reno", Duration.ZERO);
  private final LabelRequest request = Counter.newRequest();

  @BeforeEach
  void noOtherParcelIsOnItsWay() throws SQLException {
    books.find(request.shipment());
    TestDatabase.execute("UPDATE carrier_local.label SET next_scan_at = NULL");
  }

  private Entry sell() throws SQLException {
    return books.sell(
        request,
        false,
        serial -> S10.number(S10.Kind.PARCEL, serial, new CountryCode("US")),
        Optional.of(Duration.ZERO));
  }

  @Test
  void aJourneyEndsAtTheDoor() throws SQLException {
    sell();
    List<CarrierEvent> told = new ArrayList<>();

    while (books.scanNext(
        due -> {
          told.add(journey.event(due));
          return journey.next(due);
        })) {}

    assertThat(told)
        .extracting(CarrierEvent::status)
        .containsExactly(
            ParcelStatus.ACCEPTED,
            ParcelStatus.IN_TRANSIT,
            ParcelStatus.OUT_FOR_DELIVERY,
            ParcelStatus.DELIVERED);
    assertThat(told).extracting(CarrierEvent::id).doesNotHaveDuplicates();
  }

  @Test
  void whatWasNotHeardIsToldAgainAsTheSameEvent() throws SQLException {
    sell();
    List<CarrierEvent> told = new ArrayList<>();
    assertThatThrownBy(
            () ->
                books.scanNext(
                    due -> {
                      told.add(journey.event(due));
                      throw new IllegalStateException("nobody listens");
                    }))
        .isInstanceOf(IllegalStateException.class);

    books.scanNext(
        due -> {
          told.add(journey.event(due));
          return Optional.empty();
        });

    assertThat(told).hasSize(2);
    assertThat(told.get(1)).isEqualTo(told.get(0));
  }

  @Test
  void whatIsPutOffDoesNotKeepOthersWaiting() throws SQLException {
    sell();
    books.putOff(request.shipment().value(), Duration.ofHours(1));

    assertThat(books.scanNext(journey::next)).isFalse();
  }

  @Test
  void eightReplicasMakeEachScanOnce() throws Exception {
    sell();
    List<Due> told = Collections.synchronizedList(new ArrayList<>());
    Callable<Void> replica =
        () -> {
          for (int look = 0; look < 10; look++) {
            books.scanNext(
                due -> {
                  told.add(due);
                  return journey.next(due);
                });
          }
          return null;
        };
    try (ExecutorService replicas = Executors.newFixedThreadPool(8)) {
      for (Future<Void> done : replicas.invokeAll(Collections.nCopies(8, replica))) {
        done.get();
      }
    }

    assertThat(told).extracting(Due::scans).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aVoidLabelGoesNowhere() throws SQLException {
    sell();

    assertThat(books.giveUp(request)).isInstanceOf(Entry.Void.class);
    assertThat(books.scanNext(journey::next)).isFalse();
  }

  @Test
  void aParcelOnItsWayIsNotTakenBack() throws SQLException {
    sell();
    books.scanNext(journey::next);

    assertThat(books.giveUp(request)).isInstanceOf(Entry.Sold.class);
  }
}
