package org.orders.adapter.persistence.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.orders.adapter.persistence.shared.ActorColumns;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Keyset;
import org.orders.adapter.persistence.shared.KeysetList;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.application.catalog.CatalogueImport;
import org.orders.application.catalog.ImportLog;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;

/** The log of imports as a table. */
@ApplicationScoped
public class PostgresImportLog implements ImportLog {

  private static final String COLUMNS =
      "i.id, i.dry_run, i.state, i.lines, i.created, i.updated, i.rejected, i.actor_type,"
          + " i.actor_id, i.started_at, i.updated_at";

  private static final KeysetList<CatalogueImport> NEWEST =
      new KeysetList<>(
          COLUMNS,
          "catalogue_import i",
          "i.started_at",
          "i.id",
          PostgresImportLog::read,
          it -> new Keyset(it.startedAt(), it.id()));

  private final Database database;

  PostgresImportLog(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin(CatalogueImport begun) {
    ActorColumns actor = ActorColumns.of(begun.actor());
    return database.run(
        sql ->
            sql.update(
                    """
                    INSERT INTO catalogue_import (id, dry_run, state, lines, created, updated, rejected,
                        actor_type, actor_id, started_at, updated_at)
                      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                      ON CONFLICT (id) DO NOTHING
                    """,
                    begun.id(),
                    begun.dryRun(),
                    begun.state(),
                    begun.lines(),
                    begun.created(),
                    begun.updated(),
                    begun.rejected(),
                    actor.type(),
                    actor.id(),
                    begun.startedAt(),
                    begun.updatedAt())
                == 1);
  }

  @Override
  public void update(CatalogueImport standing) {
    database.run(
        sql ->
            sql.update(
                """
                UPDATE catalogue_import
                  SET state = ?, lines = ?, created = ?, updated = ?, rejected = ?, updated_at = ?
                  WHERE id = ?
                """,
                standing.state(),
                standing.lines(),
                standing.created(),
                standing.updated(),
                standing.rejected(),
                standing.updatedAt(),
                standing.id()));
  }

  @Override
  public Optional<CatalogueImport> find(UUID id) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT " + COLUMNS + " FROM catalogue_import i WHERE i.id = ?",
                PostgresImportLog::read,
                id));
  }

  @Override
  public Page<CatalogueImport> list(PageRequest page) {
    return database.run(sql -> NEWEST.page(sql, new Conditions(), page));
  }

  private static CatalogueImport read(SqlRow row) throws SQLException {
    return new CatalogueImport(
        row.uuid("id"),
        row.flag("dry_run"),
        CatalogueImport.State.valueOf(row.text("state")),
        row.number("lines"),
        row.number("created"),
        row.number("updated"),
        row.number("rejected"),
        ActorColumns.read(row),
        row.instant("started_at"),
        row.instant("updated_at"));
  }
}
