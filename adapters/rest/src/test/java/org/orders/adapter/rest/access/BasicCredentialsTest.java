package org.orders.adapter.rest.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.orders.application.access.InvalidCredentials;

/** How applications show who they are. */
class BasicCredentialsTest {

  private static BasicCredentials of(String plain) {
    return BasicCredentials.of(
        "basic " + Base64.getEncoder().encodeToString(plain.getBytes(UTF_8)));
  }

  @Test
  void idAndSecretAreApartAtTheFirstColon() {
    assertThat(of("id:se:cret")).isEqualTo(new BasicCredentials("id", "se:cret"));
    assertThat(of("id:a+b")).isEqualTo(new BasicCredentials("id", "a+b"));
    assertThat(of("id:a%3Ab")).isEqualTo(new BasicCredentials("id", "a:b"));
    assertThat(of("id:50%")).isEqualTo(new BasicCredentials("id", "50%"));
  }

  @Test
  void whatIsNoneIsRefused() {
    for (String header : new String[] {"", "Bearer a", "Basic", "Basic !", "Basic aWQ="}) {
      assertThatThrownBy(() -> BasicCredentials.of(header)).isInstanceOf(InvalidCredentials.class);
    }
    assertThatThrownBy(() -> BasicCredentials.of(null)).isInstanceOf(InvalidCredentials.class);
  }
}
