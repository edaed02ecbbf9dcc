package org.orders.adapter.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.application.access.SecretStore;

/** Secrets in a table, where whoever comes first decides for all. */
@ApplicationScoped
public class PostgresSecretStore implements SecretStore {

  private final Database database;

  PostgresSecretStore(Database database) {
    this.database = database;
  }

  @Override
  public byte[] getOrCreate(String name, Supplier<byte[]> create) {
    return database
        .runApart(sql -> find(sql, name))
        .orElseGet(
            () -> {
              // Made without a connection in hand: a key may take its time.
              byte[] made = create.get();
              return database.runApart(
                  sql -> {
                    sql.update(
                        "INSERT INTO secret (name, value) VALUES (?, ?)"
                            + " ON CONFLICT (name) DO NOTHING",
                        name,
                        made);
                    return find(sql, name).orElseThrow();
                  });
            });
  }

  private static Optional<byte[]> find(Sql sql, String name) throws SQLException {
    return sql.queryOne("SELECT value FROM secret WHERE name = ?", row -> row.bytes("value"), name);
  }
}
