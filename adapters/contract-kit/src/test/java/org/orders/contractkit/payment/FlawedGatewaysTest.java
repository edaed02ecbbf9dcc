package org.orders.contractkit.payment;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orders.contractkit.shared.Verdict;

/** The contract finds each flaw by the test that was written for it, and by no other group. */
class FlawedGatewaysTest {

  /** The flaw that is under test. */
  private static final AtomicReference<Flaw> FLAW = new AtomicReference<>();

  @ParameterizedTest
  @EnumSource
  void aFlawIsFoundByItsTestAlone(Flaw flaw) {
    FLAW.set(flaw);

    Verdict.on(Specimen.class, 50).isFailureOf(flaw.group, flaw.test);
  }

  @AfterAll
  static void forgetTheFlaw() {
    FLAW.set(null);
  }

  /** The contract as it is put to a flawed gateway; not run by itself. */
  static final class Specimen extends PaymentGatewayContract {
    @Override
    protected GatewayBench newBench() {
      return new ModelBench(FLAW.get().gateway);
    }
  }
}
