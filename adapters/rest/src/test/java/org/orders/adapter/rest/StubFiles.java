package org.orders.adapter.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.orders.application.catalog.CatalogueImport;
import org.orders.application.catalog.ImportLine;
import org.orders.application.catalog.ImportProducts;
import org.orders.application.catalog.ReadImports;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.shared.NotFound;

/** Takes in files of products by counting their lines. */
@Dependent
class StubFiles {

  @Produces
  @Singleton
  ImportProducts importProducts() {
    return (command, lines) -> {
      List<ImportLine.Bad> bad = new ArrayList<>();
      long good = 0;
      while (lines.hasNext()) {
        if (lines.next() instanceof ImportLine.Bad refused) {
          bad.add(refused);
        } else {
          good++;
        }
      }
      Instant now = Instant.parse("2026-01-31T12:00:00Z");
      return new ImportProducts.Report(
          new CatalogueImport(
              command.id().orElse(new UUID(1, 1)),
              command.dryRun(),
              CatalogueImport.State.DONE,
              good + bad.size(),
              good,
              0,
              bad.size(),
              command.actor(),
              now,
              now),
          bad);
    };
  }

  @Produces
  @Singleton
  ReadImports readImports() {
    return new ReadImports() {
      @Override
      public CatalogueImport read(UUID id) {
        throw new NotFound("import");
      }

      @Override
      public Page<CatalogueImport> list(PageRequest page) {
        return new Page<>(List.of(), null, null);
      }
    };
  }
}
