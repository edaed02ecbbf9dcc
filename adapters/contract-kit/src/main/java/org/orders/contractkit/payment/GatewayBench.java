package org.orders.contractkit.payment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.orders.contractkit.shared.Deed;
import org.orders.contractkit.shared.Fault;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.WebhookDelivery;

/**
 * A gateway under test with everything around it that a test needs: the books on the gateway's own
 * side, the weather between it and us, and its pen for signing webhooks. A new one for each test.
 *
 * <p>It knows the test cards of {@link TestCard}.
 */
public interface GatewayBench extends AutoCloseable {

  PaymentGateway gateway();

  GatewayBooks books();

  /** Disturbs the next call of that kind, once; calls after it are undisturbed. */
  void disturb(Call call, Fault fault, Deed deed);

  /** A webhook's delivery about a charge, as the gateway itself would sign it at that time. */
  Signed sign(String eventId, GatewayReference charge, Instant at);

  /** Keys and passwords that must not be seen anywhere. */
  Set<String> secrets();

  @Override
  default void close() {}

  /** What is disturbed. */
  enum Call {
    TOKENIZE,
    CHARGE,
    REFUND,
    LOOK_UP
  }

  /** A delivery before it is read. */
  record Signed(Map<String, String> headers, String body) {

    public WebhookDelivery delivery() {
      return new WebhookDelivery(headers, body.getBytes(StandardCharsets.UTF_8));
    }
  }
}
