package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.SYSTEM;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orders.application.access.CredentialRepository.Credential;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;

class SubjectTest {

  private static final Actor CUSTOMER = new Actor.Customer(Samples.customerId());
  private static final Actor GUEST = new Actor.Guest(new OrderId(Samples.id(700)));

  @Test
  void whoeverCanComeInIsTheSameThereAndBack() {
    for (Actor actor : List.of(CUSTOMER, ADMINISTRATOR, SERVICE)) {
      Subject subject = Subject.of(actor);

      assertThat(subject.actor()).isEqualTo(actor);
      assertThat(Subject.of(subject.role(), subject.id())).isEqualTo(subject);
      assertThat(subject.role()).isEqualTo(Role.of(actor));
    }
  }

  @Test
  void guestsNobodyAndTheServiceItselfDoNotComeIn() {
    for (Actor actor : List.of(GUEST, ANONYMOUS, SYSTEM)) {
      assertThatThrownBy(() -> Subject.of(actor)).isInstanceOf(Forbidden.class);
    }
    assertThatThrownBy(() -> Subject.of(Role.GUEST, "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Subject.of(Role.ANONYMOUS, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyActorHasARole() {
    assertThat(List.of(CUSTOMER, GUEST, ANONYMOUS, ADMINISTRATOR, SERVICE, SYSTEM))
        .extracting(Role::of)
        .containsExactly(
            Role.CUSTOMER, Role.GUEST, Role.ANONYMOUS, Role.ADMIN, Role.SERVICE, Role.SERVICE);
    assertThat(Caller.anonymous()).isEqualTo(new Caller(ANONYMOUS, Role.ANONYMOUS, null));
  }

  @Test
  void noTextTellsASecret() {
    assertThat(new Password("correct horse")).hasToString("Password[***]");
    assertThat(new LogIn.Command("admin", "correct horse", "192.0.2.1"))
        .hasToString("Command[***]");
    assertThat(new Credential(Subject.of(ADMINISTRATOR), "hash")).hasToString("Credential[***]");
    assertThat(new Tokens("access", "refresh", 900)).hasToString("Tokens[***]");
    assertThat(new IdempotencyClaim("scope", "key", "fingerprint"))
        .hasToString("IdempotencyClaim[***]");
  }

  @Test
  void theLongestAccessIsTheLongerOfTheTwo() {
    Duration day = Duration.ofDays(1);
    Duration hour = Duration.ofHours(1);

    assertThat(new AccessPolicy(hour, day, day).longestAccess()).isEqualTo(day);
    assertThat(new AccessPolicy(day, day, hour).longestAccess()).isEqualTo(day);
  }
}
