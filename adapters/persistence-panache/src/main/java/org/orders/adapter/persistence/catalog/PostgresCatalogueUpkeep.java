package org.orders.adapter.persistence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.StatementFailed;
import org.orders.application.catalog.CatalogueUpkeep;
import org.orders.domain.shared.Refusal;

/**
 * PostgreSQL's statistics of products and stock, and what its indexes of words have not sorted in.
 * Autovacuum sees to both, but may take a minute to come round, in which searches read far more
 * than they have to.
 */
@ApplicationScoped
public class PostgresCatalogueUpkeep implements CatalogueUpkeep {

  private static final Logger LOG = Logger.getLogger(PostgresCatalogueUpkeep.class);

  private static final String SORT_IN =
      """
      SELECT gin_clean_pending_list(c.oid) AS pages
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
        WHERE i.indrelid IN ('product'::regclass, 'search_word'::regclass) AND a.amname = 'gin'
      """;

  private final Database database;

  PostgresCatalogueUpkeep(Database database) {
    this.database = database;
  }

  @Override
  public void learnAnew() {
    try {
      // Where autovacuum is at it already, it need not be waited for.
      database.run(sql -> sql.update("ANALYZE (SKIP_LOCKED) product, stock, search_word"));
      database.run(sql -> sql.query(SORT_IN, row -> row.number("pages")));
    } catch (Refusal | StatementFailed later) {
      LOG.info("The statistics and indexes of the catalogue are left to autovacuum");
    }
  }
}
