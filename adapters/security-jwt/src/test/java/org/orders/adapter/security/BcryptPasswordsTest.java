package org.orders.adapter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptPasswordsTest {

  private final BcryptPasswords passwords = new BcryptPasswords(4);

  @AfterEach
  void stop() {
    passwords.stop();
  }

  @Test
  void aPasswordMatchesItsHashAndNoOther() {
    String hash = passwords.hash("correct horse");

    assertThat(passwords.matches("correct horse", hash)).isTrue();
    assertThat(passwords.matches("Correct horse", hash)).isFalse();
    assertThat(passwords.matches("correct horse ", hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
  }

  @Test
  void theSamePasswordHasAnotherHashEachTime() {
    assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
  }

  @Test
  void aHashSaysItsAlgorithmAndCostAndNotThePassword() {
    assertThat(passwords.hash("correct horse"))
        .startsWith("$2a$04$")
        .hasSize(60)
        .doesNotContain("horse");
  }

  @Test
  void hashesOfAnotherCostStillMatch() {
    BcryptPasswords stronger = new BcryptPasswords(6);
    try {
      assertThat(stronger.hash("correct horse")).startsWith("$2a$06$");
      assertThat(stronger.matches("correct horse", passwords.hash("correct horse"))).isTrue();
    } finally {
      stronger.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "รหัสผ่าน", "😀"})
  void everyCharacterOfALongPasswordCounts(String letter) {
    String longest = letter.repeat(200 / letter.length());
    String hash = passwords.hash(longest);

    assertThat(passwords.matches(longest, hash)).isTrue();
    assertThat(passwords.matches(longest.substring(0, longest.length() - 2), hash)).isFalse();
    assertThat(passwords.matches(longest + "!", hash)).isFalse();
  }

  @Test
  void nothingEndsAtAZeroCharacter() {
    String hash = passwords.hash("before\0after");

    assertThat(passwords.matches("before\0after", hash)).isTrue();
    assertThat(passwords.matches("before\0other", hash)).isFalse();
    assertThat(passwords.matches("before", hash)).isFalse();
  }

  @Test
  void composedAndDecomposedLettersAreTheSamePassword() {
    assertThat(passwords.matches("cafe\u0301 au lait", passwords.hash("caf\u00e9 au lait")))
        .isTrue();
  }

  @Test
  void aSurrogateWithoutItsOtherHalfIsNoFailure() {
    assertThat(passwords.matches("broken \ud83d", passwords.hash("broken \ud83d"))).isTrue();
  }

  /** Medians of many, and a wide bound: it must notice a short cut, not a busy machine. */
  @Test
  void aNameThatNobodyHasTakesAsLongAsAWrongPassword() {
    BcryptPasswords slower = new BcryptPasswords(8);
    try {
      String hash = slower.hash("correct horse");
      List<Duration> wrong = new ArrayList<>();
      List<Duration> nobody = new ArrayList<>();
      for (int round = 0; round < 15; round++) {
        wrong.add(time(() -> slower.matches("another horse", hash)));
        nobody.add(time(() -> slower.matchNobody("another horse")));
      }
      double ratio = (double) median(nobody).toNanos() / median(wrong).toNanos();

      assertThat(ratio).isBetween(0.4, 2.5);
    } finally {
      slower.stop();
    }
  }

  private static Duration time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  @Test
  @Timeout(60)
  void manyAtOnceAllGetTheirAnswer() throws Exception {
    String hash = passwords.hash("correct horse");
    Callable<Boolean> ask = () -> passwords.matches("correct horse", hash);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        answers.add(threads.submit(ask));
      }
      assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isTrue());
    }
  }

  @Test
  void nothingIsComputedOnTheCallersThread() throws ExecutionException, InterruptedException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(threads.submit(() -> passwords.hash("correct horse")).get()).hasSize(60);
    }
    assertThat(Thread.getAllStackTraces().keySet())
        .anySatisfy(thread -> assertThat(thread.getName()).startsWith("password-"));
  }

  @Test
  void aDamagedHashIsAFailureThatDoesNotShowIt() {
    assertThatThrownBy(() -> passwords.matches("correct horse", "$2a$04$damaged"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("damaged")
        .hasMessageNotContaining("horse");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 3, 17, 31})
  void aCostThatIsNoneOrTakesMinutesIsRefused(int cost) {
    assertThatThrownBy(() -> new BcryptPasswords(cost))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("orders.password.cost");
  }
}
