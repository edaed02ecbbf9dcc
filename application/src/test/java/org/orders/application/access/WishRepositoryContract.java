package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.orders.application.shared.Shop;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.InvalidValue;

/** What every keeper of administrators' wishes must do. */
public abstract class WishRepositoryContract {

  private static final EmailAddress EMAIL = new EmailAddress("stock@example.org");

  protected abstract WishRepository wishes();

  protected abstract CredentialRepository credentials();

  protected abstract UnitOfWork work();

  @Test
  void whoNeverChoseWantsNothing() {
    UserId id = administrator("anna");

    assertThat(find(id)).isEqualTo(Wishes.NONE);
    assertThat(work().run(wishes()::wantingLowStock)).doesNotContain(id);
    assertThat(work().run(() -> wishes().find(new UserId(Shop.newId())))).isEmpty();
    assertThat(work().run(() -> wishes().lock(new UserId(Shop.newId())))).isEmpty();
  }

  @Test
  void wishesAreKeptAsAWhole() {
    UserId id = administrator("ben");

    save(id, new Wishes(EMAIL, true));
    assertThat(find(id)).isEqualTo(new Wishes(EMAIL, true));
    assertThat(work().run(wishes()::wantingLowStock)).contains(id);
    save(id, new Wishes(null, false));

    assertThat(work().run(() -> wishes().lock(id))).contains(Wishes.NONE);
    assertThat(work().run(wishes()::wantingLowStock)).doesNotContain(id);
  }

  @Test
  void aSuggestionIsForThoseWhoNeverChose() {
    String name = "carl " + Shop.newId();
    UserId id = administrator(name);

    suggest(name);
    assertThat(find(id)).isEqualTo(new Wishes(EMAIL, true));
    save(id, Wishes.NONE);
    suggest(name);
    suggest("nobody " + Shop.newId());

    assertThat(find(id)).isEqualTo(Wishes.NONE);
  }

  @Test
  void mailsNeedAnAddress() {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Wishes(null, true));
    assertThat(new Wishes(EMAIL, true).toString()).doesNotContain("example");
  }

  private UserId administrator(String name) {
    UserId id = new UserId(Shop.newId());
    String unique = name.contains(" ") ? name : name + " " + Shop.newId();
    work().run(() -> credentials().addAdministrator(id, unique, "hash"));
    return id;
  }

  private Wishes find(UserId id) {
    return work().run(() -> wishes().find(id)).orElseThrow();
  }

  private void save(UserId id, Wishes chosen) {
    work().run(() -> wishes().save(id, chosen));
  }

  private void suggest(String name) {
    work().run(() -> wishes().suggest(name, EMAIL));
  }
}
