package org.orders.integration.harness;

import io.restassured.response.Response;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An access token that is fetched when first needed and again before it expires. */
final class RenewedToken implements Supplier<@Nullable String> {

  private final Supplier<Response> source;
  private final String tokenField;
  private final String lifetimeField;
  private @Nullable String token;
  private long renewAt;

  RenewedToken(Supplier<Response> source, String tokenField, String lifetimeField) {
    this.source = source;
    this.tokenField = tokenField;
    this.lifetimeField = lifetimeField;
  }

  @Override
  public synchronized @Nullable String get() {
    if (token == null || System.nanoTime() > renewAt) {
      var answer = source.get();
      token = answer.path(tokenField);
      long seconds = answer.jsonPath().getLong(lifetimeField);
      renewAt = System.nanoTime() + seconds * 600_000_000L;
    }
    return token;
  }
}
