package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.orders.adapter.rest.json.Body;

/** The wish that the books of stock be compared, of which there is nothing to say. */
@Body(optional = true)
@RegisterForReflection
public record ReconcileJson() {}
