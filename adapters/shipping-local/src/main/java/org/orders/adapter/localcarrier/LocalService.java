package org.orders.adapter.localcarrier;

import java.time.Duration;
import java.util.Optional;
import org.orders.domain.fulfilment.LabelRequest;

/** How fast the built-in carrier would be, if it carried anything. */
enum LocalService {
  STANDARD("STANDARD PARCEL", S10.Kind.PARCEL, Duration.ofDays(3)),
  EXPRESS("EXPRESS", S10.Kind.EXPRESS, Duration.ofDays(1));

  private final String printed;
  private final S10.Kind kind;
  private final Duration takes;

  LocalService(String printed, S10.Kind kind, Duration takes) {
    this.printed = printed;
    this.kind = kind;
    this.takes = takes;
  }

  /** The service that is asked for, in any case; none asked for is the standard one. */
  static Optional<LocalService> of(LabelRequest request) {
    if (request.service() == null) {
      return Optional.of(STANDARD);
    }
    for (LocalService service : values()) {
      if (service.name().equalsIgnoreCase(request.service().value())) {
        return Optional.of(service);
      }
    }
    return Optional.empty();
  }

  String printed() {
    return printed;
  }

  S10.Kind kind() {
    return kind;
  }

  Duration takes() {
    return takes;
  }
}
