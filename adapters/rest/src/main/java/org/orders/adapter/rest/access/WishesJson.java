package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.application.access.Wishes;
import org.orders.domain.shared.EmailAddress;

/** What an administrator wants to be told by mail, and where. */
@Body
@RegisterForReflection
public record WishesJson(@Size(max = 254) @Nullable String email, @NotNull Boolean lowStock) {

  static WishesJson of(Wishes wishes) {
    EmailAddress email = wishes.email();
    return new WishesJson(email == null ? null : email.value(), wishes.lowStock());
  }

  Wishes toWishes() {
    return new Wishes(email == null ? null : new EmailAddress(email), lowStock);
  }
}
