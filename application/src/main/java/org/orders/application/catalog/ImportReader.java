package org.orders.application.catalog;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.orders.application.catalog.CatalogueImport.State;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.shared.NotFound;

/** Reads the log of imports; one of which nothing was heard for long has ended with its replica. */
final class ImportReader implements ReadImports {

  private static final Duration LONG = Duration.ofMinutes(2);

  private final ImportLog log;
  private final InstantSource clock;

  ImportReader(ImportLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  @Override
  public CatalogueImport read(UUID id) {
    return log.find(id).map(this::asItIs).orElseThrow(() -> new NotFound("import"));
  }

  @Override
  public Page<CatalogueImport> list(PageRequest page) {
    return log.list(page).map(this::asItIs);
  }

  private CatalogueImport asItIs(CatalogueImport kept) {
    boolean silent =
        kept.state() == State.RUNNING && kept.updatedAt().plus(LONG).isBefore(clock.instant());
    return silent ? kept.in(State.ABORTED, kept.updatedAt()) : kept;
  }
}
