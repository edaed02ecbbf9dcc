package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Body;

/** Another password, and proof that its owner wants it. */
@Body
@RegisterForReflection
public record PasswordJson(
    @NotNull @Size(min = 1, max = 200) String currentPassword,
    @NotNull @Size(min = 8, max = 200) String newPassword) {

  /** Never shows the passwords. */
  @Override
  public String toString() {
    return "PasswordJson[***]";
  }
}
