package org.orders.contractkit.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a whole contract says of whom it is put to. */
public final class Verdict {

  private final Map<String, Throwable> failures = new TreeMap<>();
  private int run;

  private Verdict() {}

  /**
   * Runs the contract.
   *
   * @param specimen the contract as it is put to somebody
   * @param tests how many tests it surely has more than
   */
  public static Verdict on(Class<?> specimen, int tests) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(specimen))
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    Verdict verdict = new Verdict();
    LauncherFactory.create().execute(request, verdict.new Clerk());
    assertThat(verdict.run).as("tests that ran").isGreaterThan(tests);
    return verdict;
  }

  /** The flaw is found by the test that was written for it, and by no other group. */
  public void isFailureOf(String group, String test) {
    assertThat(failures).containsKey(group + "." + test);
    assertThat(failures.keySet()).allMatch(failed -> failed.startsWith(group + "."));
    // Found by looking at what it does, not because something broke on the way.
    assertThat(failures.get(group + "." + test)).isInstanceOf(AssertionError.class);
  }

  /** Writes down what failed, by group and test. */
  private final class Clerk implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        run++;
      }
      result.getThrowable().ifPresent(thrown -> failures.put(nameOf(test), thrown));
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
