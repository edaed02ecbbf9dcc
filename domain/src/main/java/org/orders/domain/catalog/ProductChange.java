package org.orders.domain.catalog;

import java.util.Optional;
import org.orders.domain.shared.Money;

/** The particulars of a product that are to change; what is empty stays. */
public record ProductChange(
    Optional<ProductName> name,
    Optional<String> description,
    Optional<Money> price,
    Optional<Integer> lowStockThreshold) {}
