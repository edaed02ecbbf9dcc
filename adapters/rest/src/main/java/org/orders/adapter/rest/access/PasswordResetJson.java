package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Body;

/** The address of somebody who does not know their password. */
@Body
@RegisterForReflection
public record PasswordResetJson(@NotNull @Size(min = 1, max = 254) String email) {

  /** Never shows the address. */
  @Override
  public String toString() {
    return "PasswordResetJson[***]";
  }
}
