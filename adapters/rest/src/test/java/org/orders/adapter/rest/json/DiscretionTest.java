package org.orders.adapter.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not repeated of what callers send. */
class DiscretionTest {

  private static final String TOKEN = "AZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8";

  @ParameterizedTest
  @CsvSource({
    "/4242424242424242,/***",
    "/payments/4242424242424242/refunds,/payments/***/refunds",
    "card 4242 4242 4242 4242!,card ***!",
    "/4242-4242-4242-4242,/***",
    "/orders/x4242424242424242,/orders/x***"
  })
  void cardNumbersAreNotRepeated(String said, String repeated) {
    assertThat(Discretion.withoutCardNumbers(said)).isEqualTo(repeated);
  }

  @ParameterizedTest
  @CsvSource({
    "/orders/x4242424242424242,/orders/x***",
    "/orders/4242%204242%204242%204242,/orders/{other}",
    "/orders/%34242424242424242,/orders/{other}",
    "/orders/a%20b,/orders/a%20b",
    "/orders/%zz,/orders/{other}"
  })
  void anAddressIsRepeatedWithoutACardNumberHoweverItIsWritten(String path, String repeated) {
    assertThat(Discretion.pathWithoutCardNumbers(path)).isEqualTo(repeated);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/items/0/quantity",
        "4242424242424241",
        "/orders/01a1fe28-4242-4242-8424-242424242424",
        "0af7651916cd43dd8448eb211c80319c",
        "42424242424242424242424242424242"
      })
  void whatIsNoCardNumberStays(String said) {
    assertThat(Discretion.withoutCardNumbers(said)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "/,/",
    "/orders,/orders",
    "/.well-known/jwks.json,/.well-known/jwks.json",
    "/payments/01a1fe28-4242-7242-8424-242424242424/refunds,/payments/{id}/refunds",
    "/payments/4242424242424242,/payments/{other}",
    "/customers/ada@example.org,/customers/{other}",
    "/auth/password-resets/q8Zk0w9TtV3rWc6X,/auth/password-resets/{other}"
  })
  void anAddressIsLoggedWithoutWhatItNames(String path, String logged) {
    assertThat(Discretion.template(path)).isEqualTo(logged);
  }

  @Test
  void noAddressIsTooOddToBeLogged() {
    assertThat(Discretion.template("//$1\\/é/" + "x".repeat(41)))
        .isEqualTo("//{other}/{other}/{other}");
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
      assertThat(Discretion.template(path)).doesNotContain(TOKEN, TOKEN.substring(40));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/auth/password-resets/%s",
        "/auth/password-resets/%s/",
        "/auth/password-resets//%s",
        "/auth/password%%2Dresets/%s",
        "/elsewhere/%s",
        "/auth/password-resets/./%s"
      })
  void noTokenIsLoggedHoweverItsAddressIsWritten(String path) {
    String token = "AZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8OixwtQwAZp8PlsffE6dKm8";
    assertThat(Discretion.template(path.formatted(token)))
        .doesNotContain(token, token.substring(40));
    assertThat(Discretion.template(path.formatted("x" + token.substring(40))))
        .doesNotContain(token.substring(40));
  }
}
