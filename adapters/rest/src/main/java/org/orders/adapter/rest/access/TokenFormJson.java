package org.orders.adapter.rest.access;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;

/** An internal application's wish for a token, named as RFC 6749 names it. */
@Body(types = "application/x-www-form-urlencoded")
@RegisterForReflection
@SuppressWarnings("MemberName")
public record TokenFormJson(
    @NotNull @Size(min = 1, max = 100) String grant_type,
    @Size(max = 1_000) @Nullable String scope) {}
