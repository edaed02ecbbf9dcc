package org.orders.adapter.rest.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.orders.application.access.Tokens;

/** An internal application's token, named as RFC 6749 names it. */
@RegisterForReflection
public record ClientTokenJson(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("token_type") String tokenType,
    @JsonProperty("expires_in") long expiresIn) {

  static ClientTokenJson of(Tokens tokens) {
    return new ClientTokenJson(tokens.accessToken(), "Bearer", tokens.expiresIn());
  }

  /** Never shows the token. */
  @Override
  public String toString() {
    return "ClientTokenJson[***]";
  }
}
