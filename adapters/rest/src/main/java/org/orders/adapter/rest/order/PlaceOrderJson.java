package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.customer.AddressJson;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.application.order.PlaceOrder;
import org.orders.application.order.PlaceOrder.Buyer;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.order.Basket;
import org.orders.domain.order.Reference;
import org.orders.domain.shared.InvalidValue;

/**
 * An order that is to be placed: with its lines in {@code items}, or in the short form with {@code
 * productId} and {@code quantity}.
 *
 * @param customerId for whom; a customer orders for themselves
 * @param customer who orders, where they have no account
 */
@Body
@RegisterForReflection
public record PlaceOrderJson(
    @Nullable UUID customerId,
    @Valid @Nullable GuestJson customer,
    @Size(min = 1, max = 2_000) @Nullable List<@Valid LineJson> items,
    @Nullable UUID productId,
    @Min(1) @Max(1_000_000) @Nullable Integer quantity,
    @Valid @Nullable AddressJson shippingAddress,
    @Valid @Nullable ContactJson contact,
    @Size(min = 1, max = 200) @Nullable String reference,
    @DecimalMin("0") @DecimalMax("1000000000000000000") @Digits(integer = 19, fraction = 10)
        @Nullable BigDecimal expectedTotal) {

  PlaceOrder.Command toCommand(Actor actor) {
    return Complaints.gather(
        complaints ->
            new PlaceOrder.Command(
                actor,
                complaints.within("", () -> buyer(actor)),
                complaints.within("", this::basket),
                shippingAddress == null
                    ? null
                    : complaints.within("/shippingAddress", shippingAddress::toAddress),
                contact == null ? null : complaints.within("/contact", contact::toContact),
                reference == null ? null : complaints.within("", () -> new Reference(reference)),
                expectedTotal));
  }

  private Buyer buyer(Actor actor) {
    return switch (actor) {
      case Actor.Anonymous _, Actor.Guest _ -> guest();
      case Actor.Customer(var self) ->
          known(customerId == null ? self : new CustomerId(customerId));
      case Actor.Administrator _, Actor.Service _, Actor.System _ -> {
        if (customerId == null) {
          throw new InvalidValue("customerId", "is required");
        }
        yield known(new CustomerId(customerId));
      }
    };
  }

  private Buyer guest() {
    if (customerId != null) {
      throw new InvalidValue("customerId", "needs an account; send customer instead");
    }
    if (customer == null) {
      throw new InvalidValue("customer", "is required of callers without an account");
    }
    return new Buyer.Guest(customer.toProfile());
  }

  private Buyer known(CustomerId id) {
    if (customer != null) {
      throw new InvalidValue("customer", "is for callers without an account");
    }
    return new Buyer.Known(id);
  }

  private Basket basket() {
    if (items != null) {
      if (productId != null || quantity != null) {
        throw new InvalidValue("items", "cannot be sent beside productId and quantity");
      }
      return LineJson.basket(items);
    }
    if (productId == null && quantity == null) {
      throw new InvalidValue("items", "is required");
    }
    if (productId == null || quantity == null) {
      throw new InvalidValue(productId == null ? "productId" : "quantity", "is required");
    }
    return LineJson.basket(List.of(new LineJson(productId, quantity)));
  }
}
