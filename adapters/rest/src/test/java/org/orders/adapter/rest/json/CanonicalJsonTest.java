package org.orders.adapter.rest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** When two documents say the same. */
class CanonicalJsonTest {

  private static String of(String document) {
    return CanonicalJson.of(StrictJson.parse(document.getBytes(UTF_8)), Set.of("password", "cvc"));
  }

  @Test
  void orderSpacesAndZerosMakeNoDifference() {
    assertThat(of("{\"b\": [1.50, 1e2], \"a\": \"\\u0041\"}"))
        .isEqualTo(of("{\"a\":\"A\",\"b\":[1.5,100]}"));
  }

  @Test
  void anotherContentDoes() {
    assertThat(of("[1,2]")).isNotEqualTo(of("[2,1]"));
    assertThat(of("{\"a\":\"1\"}")).isNotEqualTo(of("{\"a\":1}"));
    assertThat(of("[[1],2]")).isNotEqualTo(of("[[1,2]]"));
    assertThat(of("{\"a\":null}")).isNotEqualTo(of("{\"a\":\"null\"}"));
  }

  @Test
  void secretsLeaveNoTrace() {
    assertThat(of("{\"a\":1,\"password\":\"x\",\"c\":{\"cvc\":\"123\"}}"))
        .isEqualTo(of("{\"a\":1,\"c\":{}}"));
  }

  @Test
  void aHugeExponentStaysSmall() {
    assertThat(of("[1e999999999]")).hasSizeLessThan(30);
  }
}
