package org.orders.application.customer;

import org.jspecify.annotations.Nullable;
import org.orders.domain.customer.Customer;

/**
 * Which customers somebody looks for.
 *
 * @param query a part of the name, the e-mail or the phone number, or a whole id, without regard to
 *     case
 */
public record CustomerFilter(@Nullable String query, Customer.@Nullable Status status) {}
