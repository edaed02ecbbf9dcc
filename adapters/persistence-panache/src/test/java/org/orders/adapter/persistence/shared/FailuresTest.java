package org.orders.adapter.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.NotFound;

class FailuresTest {

  @Test
  void aRefusalStaysWhatItIsHoweverDeepThePlatformWrapsIt() {
    NotFound refusal = new NotFound("order");

    assertThat(Failures.translate(new IllegalStateException(new RuntimeException(refusal))))
        .isSameAs(refusal);
  }

  @Test
  void aConnectionLostWhileCommittingIsAnOutage() {
    assertThat(Failures.translate(new IllegalStateException(new RollbackException("ARJUNA016053"))))
        .isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void aConnectionLostInAStatementIsAnOutage() {
    assertThat(Failures.translate(new SQLException("gone", "08006")))
        .isInstanceOf(DatabaseUnavailable.class);
  }

  @Test
  void aDeadlockIsAConcurrentChange() {
    assertThat(Failures.translate(new SQLException("deadlock", "40P01")))
        .isInstanceOf(ConcurrentChange.class);
  }

  @Test
  void whatNobodyKnowsStaysAFailure() {
    IllegalStateException failure = new IllegalStateException("a bug");

    assertThat(Failures.translate(failure)).isSameAs(failure);
  }
}
