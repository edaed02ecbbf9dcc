package org.orders.application.catalog;

import java.time.Instant;
import java.util.UUID;
import org.orders.domain.access.Actor;

/**
 * A file of products that is or was taken in.
 *
 * @param dryRun whether nothing is written
 * @param lines lines with a product that were read so far
 * @param created products that were not there before
 * @param updated lines whose product was known
 * @param rejected lines that were refused
 */
public record CatalogueImport(
    UUID id,
    boolean dryRun,
    State state,
    long lines,
    long created,
    long updated,
    long rejected,
    Actor actor,
    Instant startedAt,
    Instant updatedAt) {

  /** How it stands with it. */
  public enum State {
    /** Lines are being read. */
    RUNNING,
    /** All lines were read. */
    DONE,
    /** It ended before the file did; what had been taken in stays. */
    ABORTED
  }

  CatalogueImport with(
      long more, long moreCreated, long moreUpdated, long moreRejected, Instant at) {
    return new CatalogueImport(
        id,
        dryRun,
        state,
        lines + more,
        created + moreCreated,
        updated + moreUpdated,
        rejected + moreRejected,
        actor,
        startedAt,
        at);
  }

  CatalogueImport in(State other, Instant at) {
    return new CatalogueImport(
        id, dryRun, other, lines, created, updated, rejected, actor, startedAt, at);
  }
}
