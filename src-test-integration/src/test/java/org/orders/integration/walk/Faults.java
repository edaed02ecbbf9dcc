package org.orders.integration.walk;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.orders.integration.harness.QuickAnswer;

/** What a walk found wrong: of each kind of fault the first one, with the request that shows it. */
final class Faults {

  private static final int SHOWN = 400;
  private static final int TELLING = 90;

  private final ConcurrentSkipListMap<String, String> faults = new ConcurrentSkipListMap<>();
  private final AtomicInteger requests = new AtomicInteger();

  void counted() {
    requests.incrementAndGet();
  }

  int requests() {
    return requests.get();
  }

  void add(
      Operation operation, String fault, String how, @Nullable Object body, QuickAnswer answer) {
    var key = operation + " " + fault;
    faults.putIfAbsent(
        cut(key, operation.toString().length() + TELLING),
        "%s%n    %s%n    sent %s%n    got  %s"
            .formatted(
                key, cut(how, SHOWN), cut(shown(body), SHOWN), cut(answer.toString(), SHOWN)));
  }

  Collection<String> all() {
    return faults.values();
  }

  private static String shown(@Nullable Object body) {
    return body instanceof byte[] bytes
        ? new String(bytes, StandardCharsets.UTF_8)
        : String.valueOf(body);
  }

  private static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) + "…" : text;
  }
}
