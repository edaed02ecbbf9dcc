package org.orders.adapter.rest.payment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.application.payment.RefundPayment;
import org.orders.domain.access.Actor;
import org.orders.domain.payment.PaymentId;
import org.orders.domain.shared.Reason;

/** Money that is to go back: all that is left where no amount is named. */
@Body(optional = true)
@RegisterForReflection
public record RefundPaymentJson(
    @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000000000000")
        @Digits(integer = 16, fraction = 10)
        @Nullable BigDecimal amount,
    @Size(max = 1_000) @Nullable String reason) {

  RefundPayment.Command toCommand(Actor actor, PaymentId payment) {
    return new RefundPayment.Command(
        actor, payment, amount, reason == null ? null : new Reason(reason));
  }
}
