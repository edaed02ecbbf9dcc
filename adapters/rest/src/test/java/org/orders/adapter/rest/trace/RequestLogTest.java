package org.orders.adapter.rest.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLogTest {

  private static final String TOKEN = "AZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8";

  @Test
  void anAddressIsLoggedWithoutWhatItNames() {
    assertThat(RequestLog.template("/orders/019a7c3e-5b1f-7c4e-9d2a-6f0e8b1c2d41/history"))
        .isEqualTo("/orders/{id}/history");
    assertThat(RequestLog.template("/auth/password-resets")).isEqualTo("/auth/password-resets");
    assertThat(RequestLog.template("/payments/webhooks/stripe"))
        .isEqualTo("/payments/webhooks/stripe");
    assertThat(RequestLog.template(null)).isEqualTo("/");
  }

  @Test
  void aTokenIsNeverLoggedHoweverItsAddressIsWritten() {
    for (String path :
        List.of(
            "/auth/password-resets/" + TOKEN,
            "/auth/password-resets/" + TOKEN + "/",
            "/auth/password-resets//" + TOKEN,
            "/auth/password-resets/x" + TOKEN.substring(40),
            "/auth/password%2Dresets/" + TOKEN,
            "/elsewhere/" + TOKEN,
            "/auth/password-resets/./" + TOKEN)) {
      assertThat(RequestLog.template(path)).doesNotContain(TOKEN, TOKEN.substring(40));
    }
  }
}
