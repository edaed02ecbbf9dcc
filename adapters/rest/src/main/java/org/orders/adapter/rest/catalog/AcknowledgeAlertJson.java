package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.orders.adapter.rest.json.Body;

/** That an administrator takes notice of an alert, which cannot be taken back. */
@Body(mayRepeat = AlertJson.class)
@RegisterForReflection
public record AcknowledgeAlertJson(@NotNull @AssertTrue Boolean acknowledged) {}
