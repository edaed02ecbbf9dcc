package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;

/** What every keeper of sessions must do. */
public abstract class SessionRepositoryContract {

  private static final Instant NOW = Shop.NOW;
  private static final Duration LIFETIME = Duration.ofDays(1);

  protected abstract Persistence persistence();

  private Persistence kept;
  private SessionRepository sessions;

  @BeforeEach
  void openTheDoor() {
    kept = persistence();
    sessions = kept.sessions();
  }

  @Test
  void aSessionOfAnybodyIsFoundAsAdded() {
    Session customers = begin(new Subject.Customer(new CustomerId(Shop.newId())));
    Session administrators = begin(new Subject.Administrator(new UserId(Shop.newId())));
    Session clients = begin(new Subject.Service(new ClientId("till " + Shop.newId())));

    assertThat(lock(customers.id())).isEqualTo(customers);
    assertThat(lock(administrators.id())).isEqualTo(administrators);
    assertThat(lock(clients.id())).isEqualTo(clients);
    assertThat(kept.work().run(() -> sessions.lock(new SessionId(Shop.newId())))).isEmpty();
  }

  @Test
  void aSessionIsSaved() {
    Session session = begin(newSubject());
    Session rotated =
        new Session(
            session.id(),
            session.subject(),
            2,
            NOW.plusSeconds(5),
            NOW.plusSeconds(500),
            NOW.plusSeconds(6));

    kept.work()
        .run(
            () -> {
              sessions.lock(session.id());
              sessions.save(rotated);
            });

    assertThat(lock(session.id())).isEqualTo(rotated);
  }

  @Test
  void allSessionsOfASubjectButOneCanBeEnded() {
    Subject subject = newSubject();
    Session kept1 = begin(subject);
    Session ended = begin(subject);
    Session others = begin(newSubject());
    Instant at = NOW.plusSeconds(9);

    assertThat(kept.work().run(() -> sessions.endAll(subject, kept1.id(), at)))
        .containsExactly(ended.id());
    assertThat(lock(ended.id()).endedAt()).isEqualTo(at);
    assertThat(lock(kept1.id()).endedAt()).isNull();
    assertThat(lock(others.id()).endedAt()).isNull();
    assertThat(kept.work().run(() -> sessions.endAll(subject, null, at)))
        .containsExactly(kept1.id());
  }

  @Test
  void thoseThatEndedSinceAreKnown() {
    Subject subject = newSubject();
    Session session = begin(subject);
    Session goesOn = begin(newSubject());
    Instant at = NOW.plus(Duration.ofDays(300));
    kept.work().run(() -> sessions.endAll(subject, null, at));

    assertThat(kept.work().run(() -> sessions.endedSince(at)))
        .contains(session.id())
        .doesNotContain(goesOn.id());
    assertThat(kept.work().run(() -> sessions.endedSince(at.plusSeconds(1))))
        .doesNotContain(session.id());
  }

  @Test
  void oldSessionsAreForgottenABoundedNumberAtOnce() {
    Instant longAgo = NOW.minus(Duration.ofDays(900));
    for (int index = 0; index < 3; index++) {
      Session old =
          new Session(new SessionId(Shop.newId()), newSubject(), 1, longAgo, longAgo, null);
      kept.work().run(() -> sessions.add(old));
    }
    Session young = begin(newSubject());
    Instant horizon = longAgo.plusSeconds(1);

    assertThat(kept.work().run(() -> sessions.forgetBefore(horizon, 2))).isEqualTo(2);
    assertThat(kept.work().run(() -> sessions.forgetBefore(horizon, 2))).isEqualTo(1);
    assertThat(lock(young.id())).isEqualTo(young);
  }

  private Session begin(Subject subject) {
    Session session = Session.begin(new SessionId(Shop.newId()), subject, NOW, LIFETIME);
    kept.work().run(() -> sessions.add(session));
    return session;
  }

  private Session lock(SessionId id) {
    return kept.work().run(() -> sessions.lock(id)).orElseThrow();
  }

  private static Subject newSubject() {
    return new Subject.Customer(new CustomerId(Shop.newId()));
  }
}
