package org.orders.adapter.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.orders.adapter.persistence.shared.Database;
import org.orders.application.access.LoginAttempts;

/**
 * Failed log-ins in a table. An attempt is written before the others are counted, outside any
 * transaction, so that of many at once none stays unseen.
 */
@ApplicationScoped
public class PostgresLoginAttempts implements LoginAttempts {

  private final Database database;

  PostgresLoginAttempts(Database database) {
    this.database = database;
  }

  @Override
  public Counts begin(String account, String address, Instant at, Instant since) {
    byte[] who = AccountDigest.of(account);
    byte[] where = AccountDigest.of(address);
    return database.runApart(
        sql -> {
          sql.update(
              "INSERT INTO login_failure (account, address, at) VALUES (?, ?, ?)", who, where, at);
          return sql.queryRow(
              """
              SELECT
                (SELECT count(*) FROM login_failure
                  WHERE account = ? AND at >= ? AND address = ?) AS from_here,
                (SELECT count(*) FROM login_failure
                  WHERE address = ? AND at >= ?) AS of_address,
                (SELECT count(*) FROM login_failure
                  WHERE account = ? AND at >= ? AND address <> ?) AS from_elsewhere
              """,
              row ->
                  new Counts(
                      row.integer("from_here"),
                      row.integer("of_address"),
                      row.integer("from_elsewhere")),
              who,
              since,
              where,
              where,
              since,
              who,
              since,
              where);
        });
  }

  @Override
  public void succeed(String account, String address) {
    database.run(
        sql ->
            sql.update(
                "DELETE FROM login_failure WHERE account = ? AND address = ?",
                AccountDigest.of(account),
                AccountDigest.of(address)));
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return database.run(
        sql ->
            sql.update(
                """
                DELETE FROM login_failure WHERE ctid = ANY (ARRAY(
                  SELECT ctid FROM login_failure WHERE at < ? ORDER BY at LIMIT ?
                  FOR UPDATE SKIP LOCKED))
                """,
                time,
                max));
  }
}
