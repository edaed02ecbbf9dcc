package org.orders.integration.payment;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.orders.integration.harness.Shop;

/**
 * What a gateway posts to the service, signed as each of them signs.
 *
 * @param gateway in whose name
 * @param header that holds the signature
 * @param secret that both sides know
 */
record Webhooks(String gateway, String header, String secret) {

  static Webhooks stripe(String secret) {
    return new Webhooks("stripe", "Stripe-Signature", secret);
  }

  static Webhooks signedJson(String secret) {
    return new Webhooks("http", "Orders-Signature", secret);
  }

  static Webhooks simulator(String secret) {
    return new Webhooks("simulator", "Simulator-Signature", secret);
  }

  /** Posts it, signed now. */
  Response deliver(Shop shop, String body) {
    return deliver(shop, body, Duration.ZERO);
  }

  /** Posts it, signed so long ago. */
  Response deliver(Shop shop, String body, Duration ago) {
    return deliver(shop, body, sign(body, Instant.now().minus(ago)));
  }

  /** Posts it with this signature. */
  Response deliver(Shop shop, String body, String signature) {
    return shop.anyone().with(header, signature).post("/payments/webhooks/" + gateway, body);
  }

  String sign(String body, Instant at) {
    try {
      String time = Long.toString(at.getEpochSecond());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] sum = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(sum);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
