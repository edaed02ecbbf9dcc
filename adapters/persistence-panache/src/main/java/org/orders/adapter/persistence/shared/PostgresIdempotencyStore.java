package org.orders.adapter.persistence.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.IdempotencyStore;

/**
 * Claims and answers in a table. A key in use is an advisory lock, so that others hear of it at
 * once and nobody waits with a connection in hand.
 */
@ApplicationScoped
public class PostgresIdempotencyStore implements IdempotencyStore {

  private final Database database;

  PostgresIdempotencyStore(Database database) {
    this.database = database;
  }

  @Override
  public Standing claim(IdempotencyClaim claim) {
    return database.run(
        sql ->
            sql.queryRow(
                "SELECT standing, answer FROM claim_idempotency_key(?, ?, ?)",
                row ->
                    switch (row.text("standing")) {
                      case "FREE" -> new Standing.Free();
                      case "ANSWERED" -> new Standing.Answered(row.text("answer"));
                      case "REUSED" -> new Standing.Reused();
                      default -> new Standing.InFlight();
                    },
                claim.scope(),
                claim.key(),
                claim.fingerprint()));
  }

  @Override
  public void hold(IdempotencyClaim claim, UUID run, Duration time) {
    database.run(
        sql ->
            sql.update(
                """
                INSERT INTO idempotency_run AS held (scope, key, run, until)
                  VALUES (?, ?, ?, now() + ? * interval '1 ms')
                  ON CONFLICT (scope, key) DO UPDATE SET run = excluded.run, until = excluded.until
                    WHERE held.run = excluded.run OR held.until < now()
                """,
                claim.scope(),
                claim.key(),
                run,
                time.toMillis()));
  }

  @Override
  public void release(IdempotencyClaim claim, UUID run) {
    database.run(
        sql ->
            sql.update(
                "DELETE FROM idempotency_run WHERE scope = ? AND key = ? AND run = ?",
                claim.scope(),
                claim.key(),
                run));
  }

  @Override
  public void record(IdempotencyClaim claim, String answer, Instant at) {
    database.run(
        sql ->
            sql.update(
                "INSERT INTO idempotency (scope, key, fingerprint, answer, at)"
                    + " VALUES (?, ?, ?, ?, ?)",
                claim.scope(),
                claim.key(),
                claim.fingerprint(),
                answer,
                at));
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    forgetBrokenRuns();
    return database.run(
        sql ->
            sql.update(
                """
                DELETE FROM idempotency i USING (
                  SELECT scope, key FROM idempotency WHERE at < ? ORDER BY at LIMIT ?
                  FOR UPDATE SKIP LOCKED) old
                WHERE i.scope = old.scope AND i.key = old.key
                """,
                time,
                max));
  }

  /** What stays of commands during which the program died. */
  private void forgetBrokenRuns() {
    database.run(
        sql -> sql.update("DELETE FROM idempotency_run WHERE until < now() - interval '1 hour'"));
  }
}
