package org.orders.application.catalog;

import java.util.UUID;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** Looks up how far files of products have been taken in. */
public interface ReadImports {

  /**
   * One of them.
   *
   * @throws org.orders.domain.shared.NotFound when there is none
   */
  CatalogueImport read(UUID id);

  /** All of them, newest first. */
  Page<CatalogueImport> list(PageRequest page);
}
