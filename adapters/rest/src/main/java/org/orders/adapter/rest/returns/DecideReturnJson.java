package org.orders.adapter.rest.returns;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import org.orders.adapter.rest.json.Body;
import org.orders.domain.returns.ReturnStatus;

/** What is to become of a return. */
@Body(mayRepeat = ReturnJson.class)
@RegisterForReflection
public record DecideReturnJson(@NotNull ReturnStatus status) {}
