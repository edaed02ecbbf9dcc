package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Body;

/** A refresh token that is to be exchanged. */
@Body
@RegisterForReflection
public record RefreshJson(@NotNull @Size(min = 1, max = 4_096) String refreshToken) {

  /** Never shows the token. */
  @Override
  public String toString() {
    return "RefreshJson[***]";
  }
}
