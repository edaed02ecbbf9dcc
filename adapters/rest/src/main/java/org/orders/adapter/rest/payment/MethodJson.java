package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.payment.PayOrder.Means;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.shared.InvalidValue;

/** How somebody wants to pay; what holds a card is seen by nobody else and never shown. */
@RegisterForReflection
public record MethodJson(
    @NotNull @Pattern(regexp = "card|token|invoice", message = "must be card, token or invoice")
        String type,
    @Pattern(regexp = "[0-9]{12,19}", message = "must be 12 to 19 digits") @Nullable String number,
    @Min(1) @Max(12) @Nullable Integer expiryMonth,
    @Min(2000) @Max(9999) @Nullable Integer expiryYear,
    @Pattern(regexp = "[0-9]{3,4}", message = "must be 3 or 4 digits") @Nullable String cvc,
    @Size(min = 1, max = 200) @Nullable String holder,
    @Size(min = 1, max = 255) @Nullable String token) {

  /**
   * What to pay with, once everything that it needs is there and nothing else.
   *
   * @param now by when a card must not have expired
   * @throws InvalidValue naming everything that is wrong
   */
  Means means(Instant now) {
    requireOnly(type);
    return switch (type) {
      case "card" -> card(now);
      case "token" ->
          Complaints.gather(
              complaints ->
                  new Means.ByToken(
                      complaints.within("/method", () -> new PaymentToken(present(token)))));
      default -> new Means.Invoice();
    };
  }

  private Means card(Instant now) {
    return Complaints.gather(
        complaints ->
            new Means.ByCard(
                complaints.within(
                    "/method",
                    () ->
                        Card.of(
                            present(number),
                            present(expiryMonth),
                            present(expiryYear),
                            present(cvc),
                            present(holder),
                            now))));
  }

  private static <T> T present(@Nullable T field) {
    return Objects.requireNonNull(field);
  }

  private void requireOnly(String kind) {
    Complaints complaints = new Complaints();
    boolean card = kind.equals("card");
    check("number", number, card, complaints);
    check("expiryMonth", expiryMonth, card, complaints);
    check("expiryYear", expiryYear, card, complaints);
    check("cvc", cvc, card, complaints);
    check("holder", holder, card, complaints);
    check("token", token, kind.equals("token"), complaints);
    complaints.refuseAny();
  }

  private void check(String field, @Nullable Object value, boolean wanted, Complaints complaints) {
    if (wanted && value == null) {
      complaints.add("/method/" + field, "is required");
    } else if (!wanted && value != null) {
      complaints.add("/method/" + field, "does not belong to the type " + type);
    }
  }

  /** Never shows the card. */
  @Override
  public String toString() {
    return "MethodJson[***]";
  }
}
