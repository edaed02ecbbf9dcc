package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.order.BulkAdministration;
import org.orders.application.order.BulkAdministration.Wish;
import org.orders.domain.access.Actor;
import org.orders.domain.access.UserId;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.Reason;

/**
 * One thing that is to be done to many orders.
 *
 * @param managedBy whom to assign; the caller where nobody is named
 * @param carrier by whom to fulfil
 * @param service likewise
 * @param reason why, for the orders' histories
 */
@Body
@RegisterForReflection
public record BulkAdministrationJson(
    @NotNull @Pattern(regexp = "cancel|fulfil|assign", message = "must be cancel, fulfil or assign")
        String action,
    @NotNull @Size(min = 1, max = 500) List<UUID> ids,
    @Nullable UUID managedBy,
    @Size(min = 1, max = 40) @Nullable String carrier,
    @Size(min = 1, max = 64) @Nullable String service,
    @Size(max = 1_000) @Nullable String reason) {

  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  BulkAdministration.Command toCommand(Actor actor) {
    Complaints complaints = new Complaints();
    refuseUnless("assign", "managedBy", managedBy, complaints);
    refuseUnless("fulfil", "carrier", carrier, complaints);
    refuseUnless("fulfil", "service", service, complaints);
    Wish wish = complaints.within("", () -> wish(actor));
    complaints.refuseAny();
    Set<OrderId> orders =
        ids.stream().map(OrderId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    return new BulkAdministration.Command(
        actor, orders, wish, reason == null ? null : new Reason(reason));
  }

  /** The status of what was done. */
  int done() {
    return action.equals("fulfil") ? ACCEPTED : OK;
  }

  private Wish wish(Actor actor) {
    return switch (action) {
      case "cancel" -> new Wish.Cancel();
      case "fulfil" -> new Wish.Fulfil(carrier, service == null ? null : new ServiceName(service));
      default -> new Wish.Assign(managedBy == null ? self(actor) : new UserId(managedBy));
    };
  }

  private static UserId self(Actor actor) {
    if (actor instanceof Actor.Administrator(var id)) {
      return id;
    }
    throw new IllegalStateException("only administrators administer");
  }

  private void refuseUnless(
      String of, String field, @Nullable Object value, Complaints complaints) {
    if (value != null && !action.equals(of)) {
      complaints.add("/" + field, "belongs to the action " + of);
    }
  }
}
