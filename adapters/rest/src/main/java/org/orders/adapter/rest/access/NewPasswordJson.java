package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Body;

/** A password that somebody wants from now on. */
@Body
@RegisterForReflection
public record NewPasswordJson(@NotNull @Size(min = 8, max = 200) String newPassword) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return "NewPasswordJson[***]";
  }
}
