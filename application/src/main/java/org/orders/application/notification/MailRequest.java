package org.orders.application.notification;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.Text;

/**
 * The wish that a mail be sent, as a job carries it: which, and about what. Who gets it and what it
 * says is found out when it is sent, so that nothing of that stands in a queue.
 *
 * @param orderId the order that it is about, where it is about one
 * @param subject what else it is about
 * @param facts what else is known: ids, states, amounts; nothing about people
 */
public record MailRequest(
    MailKind kind, @Nullable UUID orderId, @Nullable UUID subject, Map<String, String> facts) {

  private static final String KIND = "kind";
  private static final String ORDER = "order";
  private static final String SUBJECT = "subject";

  public MailRequest {
    facts = Map.copyOf(facts);
  }

  /** The order that it is about. */
  public UUID order() {
    return present(orderId, ORDER);
  }

  /** What else it is about. */
  public UUID about() {
    return present(subject, SUBJECT);
  }

  /** What is known under a name. */
  public String fact(String name) {
    return present(facts.get(name), name);
  }

  /** An amount in minor units, with its currency beside it. */
  public Money money(String minorUnits, String currency) {
    return new Money(Long.parseLong(fact(minorUnits)), Currency.getInstance(fact(currency)));
  }

  private <T> T present(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("a mail of the kind " + kind + " without its " + name);
    }
    return value;
  }

  /** The request as a job's payload: a name and its value in each line. */
  String payload() {
    Map<String, String> lines = new TreeMap<>(facts);
    lines.remove(KIND);
    lines.remove(ORDER);
    lines.remove(SUBJECT);
    Map<String, String> all = new LinkedHashMap<>();
    all.put(KIND, kind.value());
    if (orderId != null) {
      all.put(ORDER, orderId.toString());
    }
    if (subject != null) {
      all.put(SUBJECT, subject.toString());
    }
    all.putAll(lines);
    return all.entrySet().stream().map(MailRequest::line).collect(Collectors.joining("\n"));
  }

  private static String line(Map.Entry<String, String> fact) {
    if (fact.getKey().contains("=") || !Text.isOneLine(fact.getKey() + fact.getValue())) {
      throw new IllegalArgumentException("a fact that does not fit a line");
    }
    return fact.getKey() + "=" + fact.getValue();
  }

  /**
   * The request that a payload holds.
   *
   * @throws IllegalArgumentException when it holds none
   */
  static MailRequest parse(String payload) {
    Map<String, String> all = new LinkedHashMap<>();
    payload
        .lines()
        .forEach(
            line -> {
              int sign = line.indexOf('=');
              if (sign < 0) {
                throw new IllegalArgumentException("not a request for a mail");
              }
              all.put(line.substring(0, sign), line.substring(sign + 1));
            });
    String kind = all.remove(KIND);
    if (kind == null) {
      throw new IllegalArgumentException("not a request for a mail");
    }
    return new MailRequest(
        new MailKind(kind), uuid(all.remove(ORDER)), uuid(all.remove(SUBJECT)), all);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    return text == null ? null : UUID.fromString(text);
  }
}
