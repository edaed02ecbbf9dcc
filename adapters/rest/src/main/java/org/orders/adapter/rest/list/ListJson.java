package org.orders.adapter.rest.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor where the next page begins; null at the end
 * @param total the number of all items, where it was asked for
 */
@RegisterForReflection
public record ListJson(
    List<Object> items,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
    @Nullable Long total) {}
