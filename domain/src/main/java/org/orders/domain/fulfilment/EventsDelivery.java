package org.orders.domain.fulfilment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that was posted to us in a carrier's name, as it came in: nothing of it is proved yet.
 */
public final class EventsDelivery {

  private final Map<String, String> headers = new TreeMap<>();
  private final byte[] body;

  /**
   * @param headers by name in any case; of several with one name the first
   * @param body every byte as it came, because the signature is over the bytes
   */
  public EventsDelivery(Map<String, String> headers, byte[] body) {
    headers.forEach(
        (name, value) -> this.headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    this.body = body.clone();
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  public byte[] body() {
    return body.clone();
  }

  /** Hides what was sent, because it may hold personal data. */
  @Override
  public String toString() {
    return "EventsDelivery[" + body.length + " bytes]";
  }
}
