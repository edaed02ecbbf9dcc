package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.customer.AddressJson;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.order.ChangeOrder;
import org.orders.application.order.OrderView;
import org.orders.application.shared.Precondition;
import org.orders.domain.access.Actor;
import org.orders.domain.order.Basket;
import org.orders.domain.order.OrderId;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** What is to be different about an order; what is not sent stays. */
@Body(mayRepeat = OrderJson.class)
@RegisterForReflection
public record ChangeOrderJson(
    @Size(min = 1, max = 2_000) @Nullable List<@Valid ItemJson> items,
    @Valid @Nullable AddressJson shippingAddress) {

  /**
   * A line that is wanted; what else is known of it may be sent back as it is.
   *
   * @param lineTotal that of the line before, or none: it follows the quantity
   */
  @RegisterForReflection
  public record ItemJson(
      @Nullable UUID id,
      @NotNull UUID productId,
      @Size(max = 64) @Nullable String sku,
      @Size(max = 200) @Nullable String name,
      @Nullable BigDecimal unitPrice,
      @NotNull @Min(1) @Max(1_000_000) Integer quantity,
      @Nullable BigDecimal lineTotal) {

    private void requireReadOnlyFieldsAsIn(
        @Nullable OrderItemJson present, List<Violation> out, int at) {
      require("id", id, present == null ? null : present.id(), out, at);
      require("sku", sku, present == null ? null : present.sku(), out, at);
      require("name", name, present == null ? null : present.name(), out, at);
      requireAmount("unitPrice", unitPrice, present == null ? null : present.unitPrice(), out, at);
    }

    private static void require(
        String field,
        @Nullable Object sent,
        @Nullable Object present,
        List<Violation> out,
        int at) {
      if (sent != null && !Objects.equals(sent, present)) {
        out.add(
            new Violation(
                "/items/" + at + "/" + field, "cannot be changed; leave it out or as it is"));
      }
    }

    private static void requireAmount(
        String field,
        @Nullable BigDecimal sent,
        @Nullable BigDecimal present,
        List<Violation> out,
        int at) {
      boolean same = sent != null && present != null && sent.compareTo(present) == 0;
      require(field, same ? null : sent, present, out, at);
    }
  }

  ChangeOrder.Command toCommand(Actor actor, OrderId order, Precondition<OrderView> precondition) {
    return Complaints.gather(
        complaints ->
            new ChangeOrder.Command(
                actor,
                order,
                Optional.ofNullable(items).map(lines -> complaints.within("", () -> basket(lines))),
                Optional.ofNullable(shippingAddress)
                    .map(to -> complaints.within("/shippingAddress", to::toAddress)),
                present -> {
                  precondition.check(present);
                  requireReadOnlyFieldsAsIn(OrderJson.of(present, actor));
                }));
  }

  private static Basket basket(List<ItemJson> lines) {
    return LineJson.basket(
        lines.stream().map(line -> new LineJson(line.productId, line.quantity)).toList());
  }

  private void requireReadOnlyFieldsAsIn(OrderJson present) {
    List<Violation> violations = new ArrayList<>();
    List<ItemJson> lines = items == null ? List.of() : items;
    for (int index = 0; index < lines.size(); index++) {
      ItemJson line = lines.get(index);
      OrderItemJson before =
          present.items().stream()
              .filter(item -> item.productId().equals(line.productId))
              .findFirst()
              .orElse(null);
      line.requireReadOnlyFieldsAsIn(before, violations, index);
    }
    if (!violations.isEmpty()) {
      throw new InvalidValue(violations);
    }
  }
}
