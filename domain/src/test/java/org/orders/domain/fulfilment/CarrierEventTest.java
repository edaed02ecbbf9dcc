package org.orders.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.orders.domain.Samples.NOW;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.order.TrackingNumber;

class CarrierEventTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\0b", "a\ud800", "\udc00b"})
  void anIdThatCannotBeKeptIsNone(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> event(id, NOW, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new CarrierReference(id));
  }

  @Test
  void nothingHappensAtTheEndsOfTime() {
    for (Instant absurd : new Instant[] {Instant.MIN, Instant.EPOCH, Instant.MAX}) {
      assertThatIllegalArgumentException().isThrownBy(() -> event("e1", absurd, null));
      assertThat(event("e1", NOW, absurd).estimatedDelivery()).isNull();
    }
    assertThat(event("e1", NOW, NOW).estimatedDelivery()).isEqualTo(NOW);
  }

  @Test
  void whatIsForPeopleIsMadeToFit() {
    CarrierEvent event =
        new CarrierEvent(
            "e1",
            new TrackingNumber("1"),
            null,
            ParcelStatus.ACCEPTED,
            NOW,
            " ",
            "one\ntwo\0\ud800" + "x".repeat(600),
            null);

    assertThat(event.location()).isNull();
    assertThat(event.detail()).startsWith("one two xx").hasSize(500);
  }

  private static CarrierEvent event(String id, Instant at, @Nullable Instant estimated) {
    return new CarrierEvent(
        id, new TrackingNumber("1"), null, ParcelStatus.ACCEPTED, at, null, "", estimated);
  }
}
