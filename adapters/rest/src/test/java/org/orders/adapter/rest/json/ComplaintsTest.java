package org.orders.adapter.rest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** How much of a request is repeated to its sender. */
class ComplaintsTest {

  private static final String LONG = "🛒".repeat(100_000);

  @Test
  void aPlaceIsNamedAsItIs() {
    assertThat(pointer(() -> complain("/items/0/quantity"))).isEqualTo("/items/0/quantity");
  }

  @Test
  void aFieldWithAnEndlessNameIsNamedByItsBeginning() {
    assertThat(pointer(() -> complain("/" + LONG)))
        .startsWith("/🛒🛒")
        .endsWith("🛒…")
        .satisfies(named -> assertThat(named.codePointCount(0, named.length())).isEqualTo(1_000));
  }

  @Test
  void soIsOneThatStandsThereTwice() {
    var twice = "{\"%s\":1,\"%s\":2}".formatted(LONG, LONG);
    assertThat(pointer(() -> StrictJson.parse(twice.getBytes(UTF_8)))).hasSizeLessThan(2_001);
    var form = "%s=1&%s=2".formatted(LONG, LONG);
    assertThat(pointer(() -> FormFields.parse(form.getBytes(UTF_8)))).hasSizeLessThan(2_001);
  }

  private static void complain(String place) {
    Complaints complaints = new Complaints();
    complaints.add(place, "is not a known field");
    complaints.refuseAny();
  }

  private static String pointer(ThrowingCallable reading) {
    List<Violation> violations = catchThrowableOfType(InvalidValue.class, reading).violations();
    return violations.getFirst().pointer();
  }
}
