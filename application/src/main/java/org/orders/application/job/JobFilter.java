package org.orders.application.job;

import org.jspecify.annotations.Nullable;

/** Which jobs somebody looks for; what is absent does not matter. */
public record JobFilter(@Nullable JobState state, @Nullable JobType type) {}
