package org.orders.application.catalog;

import org.orders.domain.shared.Refusal;

/** Another file of products was taken in under this id. */
public final class ImportIdTaken extends Refusal {

  private static final long serialVersionUID = 1L;

  public ImportIdTaken() {
    super(
        Kind.CONFLICT, "import-id-taken", "Another import has this id already; choose a new one.");
  }
}
