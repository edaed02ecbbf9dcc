package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Body;

/** Name and password of somebody who wants to come in. */
@Body
@RegisterForReflection
public record LogInJson(
    @NotNull @Size(min = 1, max = 254) String username,
    @NotNull @Size(min = 1, max = 200) String password) {

  /** Never shows the password. */
  @Override
  public String toString() {
    return "LogInJson[***]";
  }
}
