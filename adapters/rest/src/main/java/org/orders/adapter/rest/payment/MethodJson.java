package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.payment.PayOrder.Method;

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
   * The method, once everything that it needs is there and nothing else.
   *
   * @throws org.orders.domain.shared.InvalidValue naming everything that is wrong
   */
  Method checked(LocalDate today) {
    return switch (type) {
      case "card" -> checkedCard(today);
      case "token" -> {
        requireOnly("token");
        yield Method.TOKEN;
      }
      default -> {
        requireOnly("");
        yield Method.INVOICE;
      }
    };
  }

  private Method checkedCard(LocalDate today) {
    requireOnly("card");
    return Complaints.gather(
        complaints -> {
          if (number != null && !passesLuhn(number)) {
            complaints.add("/method/number", "is not the number of a card");
          }
          if (expiryYear != null
              && expiryMonth != null
              && YearMonth.of(expiryYear, expiryMonth).isBefore(YearMonth.from(today))) {
            complaints.add("/method/expiryYear", "is over");
          }
          return Method.CARD;
        });
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

  static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int place = 0; place < digits.length(); place++) {
      int digit = digits.charAt(digits.length() - 1 - place) - '0';
      int weighted = place % 2 == 0 ? digit : digit * 2;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /** Never shows the card. */
  @Override
  public String toString() {
    return "MethodJson[***]";
  }
}
