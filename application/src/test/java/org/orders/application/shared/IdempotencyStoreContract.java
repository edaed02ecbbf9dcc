package org.orders.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.IdempotencyStore.Standing;

/** What every keeper of claims and answers must do. */
public abstract class IdempotencyStoreContract {

  protected abstract Persistence persistence();

  private Persistence kept;
  private IdempotencyStore store;

  @BeforeEach
  void openTheStore() {
    kept = persistence();
    store = kept.idempotency();
  }

  @Test
  void anUnusedKeyIsFree() {
    assertThat(claim(newClaim())).isEqualTo(new Standing.Free());
  }

  @Test
  void aClaimWithoutAnswerLeavesNothing() {
    IdempotencyClaim claim = newClaim();
    claim(claim);

    assertThat(claim(claim)).isEqualTo(new Standing.Free());
  }

  @Test
  void theSameRequestFindsItsAnswer() {
    IdempotencyClaim claim = newClaim();
    String answer = "{\"name\": \"Žofie ✓\"}";
    answer(claim, answer);

    assertThat(claim(claim)).isEqualTo(new Standing.Answered(answer));
  }

  @Test
  void anotherRequestUnderTheKeyIsTold() {
    IdempotencyClaim claim = newClaim();
    answer(claim, "answer");

    assertThat(claim(new IdempotencyClaim(claim.scope(), claim.key(), "another")))
        .isEqualTo(new Standing.Reused());
  }

  @Test
  void aKeyBelongsToItsScope() {
    IdempotencyClaim claim = newClaim();
    answer(claim, "answer");

    assertThat(claim(new IdempotencyClaim("another", claim.key(), claim.fingerprint())))
        .isEqualTo(new Standing.Free());
  }

  @Test
  void keysAreComparedExactly() {
    IdempotencyClaim claim = newClaim();
    answer(claim, "answer");

    assertThat(
            claim(
                new IdempotencyClaim(
                    claim.scope(), claim.key().toUpperCase(java.util.Locale.ROOT), "f")))
        .isEqualTo(new Standing.Free());
  }

  @Test
  void aRequestThatFailsFreesItsKey() {
    IdempotencyClaim claim = newClaim();

    assertThatThrownBy(
            () ->
                kept.work()
                    .run(
                        () -> {
                          store.claim(claim);
                          store.record(claim, "answer", Shop.NOW);
                          throw new IllegalStateException("it failed after all");
                        }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(claim(claim)).isEqualTo(new Standing.Free());
  }

  @Test
  void aClaimIsHeldBeyondItsTransactionForAWhile() {
    IdempotencyClaim claim = newClaim();
    UUID run = Shop.newId();
    kept.work().run(() -> store.hold(claim, run, Duration.ofMillis(100)));

    assertThat(claim(claim)).isEqualTo(new Standing.InFlight());
    kept.work().run(() -> store.hold(claim, Shop.newId(), Duration.ofMinutes(1)));
    pass(Duration.ofMillis(150));
    assertThat(claim(claim)).as("once the time is over").isEqualTo(new Standing.Free());
  }

  @Test
  void onlyWhoHoldsAClaimHoldsItLongerAndEndsThat() {
    IdempotencyClaim claim = newClaim();
    UUID run = Shop.newId();
    kept.work().run(() -> store.hold(claim, run, Duration.ofMillis(100)));
    kept.work().run(() -> store.hold(claim, run, Duration.ofMinutes(1)));
    kept.work().run(() -> store.release(claim, Shop.newId()));
    pass(Duration.ofMillis(150));
    assertThat(claim(claim)).isEqualTo(new Standing.InFlight());

    kept.work().run(() -> store.release(claim, run));
    assertThat(claim(claim)).isEqualTo(new Standing.Free());
  }

  @Test
  void aHeldClaimIsAnsweredOnceItIsEnded() {
    IdempotencyClaim claim = newClaim();
    UUID run = Shop.newId();
    kept.work().run(() -> store.hold(claim, run, Duration.ofMinutes(1)));
    kept.work()
        .run(
            () -> {
              store.release(claim, run);
              assertThat(store.claim(claim)).isEqualTo(new Standing.Free());
              store.record(claim, "answer", Shop.NOW);
            });

    assertThat(claim(claim)).isEqualTo(new Standing.Answered("answer"));
  }

  private static void pass(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Test
  void oldAnswersAreForgottenABoundedNumberAtOnce() {
    IdempotencyClaim young = newClaim();
    answer(young, "young");
    IdempotencyClaim old = newClaim();
    kept.work().run(() -> store.record(old, "old", Shop.NOW.minus(Duration.ofDays(900))));
    kept.work().run(() -> store.record(newClaim(), "old", Shop.NOW.minus(Duration.ofDays(900))));

    int first = forget(1);
    int second = forget(10);

    assertThat(first).isEqualTo(1);
    assertThat(second).isEqualTo(1);
    assertThat(forget(10)).isZero();
    assertThat(claim(old)).isEqualTo(new Standing.Free());
    assertThat(claim(young)).isEqualTo(new Standing.Answered("young"));
  }

  private int forget(int max) {
    return kept.work().run(() -> store.forgetBefore(Shop.NOW.minus(Duration.ofDays(800)), max));
  }

  private void answer(IdempotencyClaim claim, String answer) {
    kept.work()
        .run(
            () -> {
              store.claim(claim);
              store.record(claim, answer, Shop.NOW);
            });
  }

  private Standing claim(IdempotencyClaim claim) {
    return kept.work().run(() -> store.claim(claim));
  }

  private static IdempotencyClaim newClaim() {
    return new IdempotencyClaim("somebody", "key-" + Shop.newId(), "fingerprint");
  }
}
