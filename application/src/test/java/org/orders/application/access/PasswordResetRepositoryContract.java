package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.access.PasswordResetRepository.Limit;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.customer.Customer;
import org.orders.domain.shared.EmailAddress;

/** What every keeper of wishes for other passwords must do. */
public abstract class PasswordResetRepositoryContract {

  private static final Instant NOW = Shop.NOW;
  private static final Instant LATER = NOW.plus(Duration.ofMinutes(30));
  private static final Limit LIMIT = new Limit(3, NOW.minus(Duration.ofHours(1)));

  protected abstract Persistence persistence();

  private Persistence kept;
  private PasswordResetRepository resets;
  private Customer customer;
  private String email;

  @BeforeEach
  void open() {
    kept = persistence();
    resets = kept.passwordResets();
    customer = new Shop(kept).customer();
    email = customer.profile().email().value();
  }

  @Test
  void aWishIsTheAccountsThatHasTheAddressHoweverItIsWritten() {
    ResetId id = add(email.toUpperCase(Locale.ROOT), NOW);

    PasswordReset reset = find(id);
    assertThat(reset).isEqualTo(new PasswordReset(id, customer.id(), LATER, false));
    assertThat(kept.work().run(() -> resets.lock(id))).contains(reset);
    assertThat(kept.work().run(() -> resets.find(new ResetId(Shop.newId())))).isEmpty();
  }

  @Test
  void anAddressThatNobodyHasIsKeptLikeOthersAndIsNobodys() {
    for (String nobodys :
        List.of("nobody." + UUID.randomUUID() + "@example.org", "สมชาย@ร้าน.example")) {
      assertThat(find(add(nobodys, NOW)).customer()).isNull();
    }
  }

  @Test
  void whoHasLeftHasNoAccount() {
    kept.work().run(() -> kept.customers().save(customer.deactivate(NOW)));

    assertThat(find(add(email, NOW)).customer()).isNull();
  }

  @Test
  void noMoreThanTheLimitAreAddedForOneAddressInItsTime() {
    for (int n = 0; n < 3; n++) {
      assertThat(tryToAdd(email, NOW.plusSeconds(n))).isTrue();
    }

    assertThat(tryToAdd(email, NOW.plusSeconds(3))).isFalse();
    assertThat(tryToAdd(email.toUpperCase(Locale.ROOT), NOW.plusSeconds(3))).isFalse();
    assertThat(tryToAdd("another." + email, NOW.plusSeconds(3))).isTrue();
    Limit afterwards = new Limit(3, NOW.plusSeconds(1));
    assertThat(add(new ResetId(Shop.newId()), email, NOW.plusSeconds(3), afterwards)).isTrue();
  }

  @Test
  void manyAtOnceAreNoMoreThanOneAfterTheOther() throws InterruptedException {
    AtomicInteger added = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    if (tryToAdd(email, NOW)) {
                      added.incrementAndGet();
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(added).hasValue(3);
  }

  @Test
  void allWishesOfACustomerAreUsedUpAtOnceAndNobodyElses() {
    ResetId first = add(email, NOW);
    ResetId second = add(email, NOW);
    ResetId another = add(new Shop(kept).customer().profile().email().value(), NOW);

    kept.work().run(() -> resets.useUp(customer.id(), NOW.plusSeconds(5)));

    assertThat(find(first).used()).isTrue();
    assertThat(find(second).used()).isTrue();
    assertThat(find(another).used()).isFalse();
  }

  @Test
  void oldWishesAreForgotten() {
    ResetId old = add(email, NOW.minus(Duration.ofDays(3)));
    ResetId young = add(email, NOW);

    kept.work().run(() -> resets.forgetBefore(NOW.minus(Duration.ofDays(2)), 1_000));

    assertThat(kept.work().run(() -> resets.find(old))).isEmpty();
    assertThat(find(young).used()).isFalse();
  }

  private ResetId add(String address, Instant at) {
    ResetId id = new ResetId(Shop.newId());
    assertThat(add(id, address, at, LIMIT)).isTrue();
    return id;
  }

  private boolean tryToAdd(String address, Instant at) {
    return add(new ResetId(Shop.newId()), address, at, LIMIT);
  }

  private boolean add(ResetId id, String address, Instant at, Limit limit) {
    return kept.work().run(() -> resets.add(id, new EmailAddress(address), at, LATER, limit));
  }

  private PasswordReset find(ResetId id) {
    return kept.work().run(() -> resets.find(id)).orElseThrow();
  }
}
