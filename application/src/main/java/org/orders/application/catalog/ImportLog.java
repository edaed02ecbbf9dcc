package org.orders.application.catalog;

import java.util.Optional;
import java.util.UUID;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Where it is kept how far files of products have been taken in. */
public interface ImportLog {

  /** Notes that an import begins; whether none has its id yet. */
  boolean begin(CatalogueImport begun);

  void update(CatalogueImport standing);

  Optional<CatalogueImport> find(UUID id);

  /** All of them, newest first. */
  Page<CatalogueImport> list(PageRequest page);
}
