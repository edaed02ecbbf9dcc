package org.orders.adapter.persistence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.StatementFailed;
import org.orders.application.catalog.CatalogueUpkeep;
import org.orders.domain.shared.Refusal;

/**
 * PostgreSQL's statistics of products and stock. Autovacuum renews them too, but may take a minute
 * to come round, in which sorted searches read far more than they have to.
 */
@ApplicationScoped
public class PostgresCatalogueUpkeep implements CatalogueUpkeep {

  private static final Logger LOG = Logger.getLogger(PostgresCatalogueUpkeep.class);

  private final Database database;

  PostgresCatalogueUpkeep(Database database) {
    this.database = database;
  }

  @Override
  public void learnAnew() {
    try {
      // Where autovacuum is at it already, it need not be waited for.
      database.run(sql -> sql.update("ANALYZE (SKIP_LOCKED) product, stock"));
    } catch (Refusal | StatementFailed later) {
      LOG.info("The statistics of the catalogue are left to autovacuum");
    }
  }
}
