package org.orders.adapter.rest.trace;

import io.vertx.ext.web.RoutingContext;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orders.domain.payment.CardNumber;
import org.orders.domain.shared.CardNumbers;

/**
 * The names under which one request can be found again.
 *
 * @param requestId the caller's own, or one made for them; echoed as {@code X-Request-Id}
 * @param traceId 32 hexadecimal digits, the caller's own where they sent a W3C {@code traceparent}
 */
public record RequestTrace(String requestId, String traceId) {

  private static final String KEY = RequestTrace.class.getName();
  private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
  private static final String NO_TRACE = "0".repeat(32);

  /** The names of this request, which stay the same however often one asks. */
  public static RequestTrace of(RoutingContext context) {
    RequestTrace known = context.get(KEY);
    if (known == null) {
      known =
          from(
              context.request().getHeader("X-Request-Id"),
              context.request().getHeader("traceparent"));
      context.put(KEY, known);
    }
    return known;
  }

  static RequestTrace from(@Nullable String requestId, @Nullable String traceparent) {
    return new RequestTrace(
        requestId != null
                && SANE_ID.matcher(requestId).matches()
                && !CardNumber.isWrittenIn(requestId)
                && !CardNumbers.standIn(requestId)
            ? requestId
            : UUID.randomUUID().toString(),
        traceId(traceparent));
  }

  private static String traceId(@Nullable String traceparent) {
    if (traceparent != null) {
      var match = TRACEPARENT.matcher(traceparent);
      if (match.matches() && !match.group(1).equals(NO_TRACE) && !traceparent.startsWith("ff")) {
        return match.group(1);
      }
    }
    byte[] random = new byte[16];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
