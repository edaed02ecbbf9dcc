package org.orders.application.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Claims and answers in memory; a key in use is a row that somebody holds. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

  private final InMemoryDatabase database;
  private final InMemoryTable<Key, Kept> answers;

  private final InMemoryTable<Key, Run> runs;

  private record Run(UUID run, Instant until) {}

  private record Key(String scope, String key) {}

  private record Kept(String fingerprint, String answer, Instant at) {}

  public InMemoryIdempotencyStore(InMemoryDatabase database) {
    this.database = database;
    this.answers = database.table("answers");
    this.runs = database.table("idempotencyRuns");
  }

  @Override
  public Standing claim(IdempotencyClaim claim) {
    return database.run(() -> standing(claim));
  }

  private Standing standing(IdempotencyClaim claim) {
    Key key = new Key(claim.scope(), claim.key());
    boolean mine = answers.tryLock(key);
    Optional<Kept> kept = answers.find(key);
    if (kept.isPresent()) {
      return kept.get().fingerprint.equals(claim.fingerprint())
          ? new Standing.Answered(kept.get().answer)
          : new Standing.Reused();
    }
    boolean held = runs.find(key).filter(it -> it.until.isAfter(Instant.now())).isPresent();
    return mine && !held ? new Standing.Free() : new Standing.InFlight();
  }

  @Override
  public void hold(IdempotencyClaim claim, UUID run, Duration time) {
    database.run(
        () -> {
          Key key = new Key(claim.scope(), claim.key());
          boolean others =
              runs.lock(key)
                  .filter(it -> !it.run.equals(run) && it.until.isAfter(Instant.now()))
                  .isPresent();
          if (!others) {
            runs.put(key, new Run(run, Instant.now().plus(time)));
          }
        });
  }

  @Override
  public void release(IdempotencyClaim claim, UUID run) {
    database.run(
        () -> {
          Key key = new Key(claim.scope(), claim.key());
          if (runs.lock(key).filter(it -> it.run.equals(run)).isPresent()) {
            runs.remove(key);
          }
        });
  }

  @Override
  public void record(IdempotencyClaim claim, String answer, Instant at) {
    answers.put(new Key(claim.scope(), claim.key()), new Kept(claim.fingerprint(), answer, at));
  }

  @Override
  public int forgetBefore(Instant time, int max) {
    return answers.removeSome(kept -> kept.at.isBefore(time), max);
  }
}
