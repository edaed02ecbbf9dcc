package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract finds each flaw by the test that was written for it, and by no other group. */
class FlawedCarriersTest {

  private static final ScopedFlaw FLAW = new ScopedFlaw();

  @ParameterizedTest
  @EnumSource
  void aFlawIsFoundByItsTestAlone(Flaw flaw) {
    Map<String, Throwable> failed = failuresOf(flaw);

    assertThat(failed).containsKey(flaw.group + "." + flaw.test);
    assertThat(failed.keySet()).allMatch(test -> test.startsWith(flaw.group + "."));
    // Found by looking at what it does, not because something broke on the way.
    assertThat(failed.get(flaw.group + "." + flaw.test)).isInstanceOf(AssertionError.class);
  }

  @AfterAll
  static void forgetTheFlaw() {
    FLAW.set(null);
  }

  private static Map<String, Throwable> failuresOf(Flaw flaw) {
    FLAW.set(flaw);
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(Specimen.class))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    Failures failures = new Failures();
    LauncherFactory.create().execute(request, failures);
    assertThat(failures.run).as("tests that ran").isGreaterThan(45);
    return failures.byTest;
  }

  /** The contract as it is put to a flawed carrier; not run by itself. */
  static final class Specimen extends ShippingCarrierContract {
    @Override
    protected CarrierBench newBench() {
      return new ModelBench(FLAW.get().carrier);
    }
  }

  /** The flaw that is under test. */
  private static final class ScopedFlaw {
    private Flaw flaw;

    synchronized void set(Flaw next) {
      flaw = next;
    }

    synchronized Flaw get() {
      return flaw;
    }
  }

  /** What failed, by group and test. */
  private static final class Failures implements TestExecutionListener {
    final Map<String, Throwable> byTest = new TreeMap<>();
    int run;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        run++;
      }
      result.getThrowable().ifPresent(thrown -> byTest.put(nameOf(test), thrown));
    }

    private static String nameOf(TestIdentifier test) {
      return test.getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(
              source ->
                  source.getClassName().replaceFirst(".*\\$", "") + "." + source.getMethodName())
          .orElse(test.getDisplayName());
    }
  }
}
