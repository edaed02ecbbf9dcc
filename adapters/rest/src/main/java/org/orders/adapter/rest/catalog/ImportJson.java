package org.orders.adapter.rest.catalog;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.orders.adapter.rest.json.ActorJson;
import org.orders.application.catalog.CatalogueImport;

/** How far a file of products has been taken in. */
@RegisterForReflection
public record ImportJson(
    UUID id,
    boolean dryRun,
    CatalogueImport.State state,
    long lines,
    long created,
    long updated,
    long rejected,
    ActorJson actor,
    Instant startedAt,
    Instant updatedAt) {

  static ImportJson of(CatalogueImport taken) {
    return new ImportJson(
        taken.id(),
        taken.dryRun(),
        taken.state(),
        taken.lines(),
        taken.created(),
        taken.updated(),
        taken.rejected(),
        ActorJson.of(taken.actor()),
        taken.startedAt(),
        taken.updatedAt());
  }
}
