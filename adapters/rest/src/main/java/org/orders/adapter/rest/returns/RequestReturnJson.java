package org.orders.adapter.rest.returns;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.orders.adapter.rest.fulfilment.PiecesJson;
import org.orders.adapter.rest.json.Body;
import org.orders.application.returns.RequestReturn;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;

/** What somebody wants to send back, and why. */
@Body
@RegisterForReflection
public record RequestReturnJson(
    @NotNull @Size(min = 1, max = 2_000) List<@Valid PiecesJson> items,
    @NotBlank @Size(max = 1_000) String reason) {

  RequestReturn.Command toCommand(Actor actor, OrderId order) {
    return new RequestReturn.Command(actor, order, PiecesJson.toPieces(items), new Reason(reason));
  }
}
