package org.orders.integration.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orders.integration.harness.Answers.accepted;
import static org.orders.integration.harness.Answers.assertInvalid;
import static org.orders.integration.harness.Answers.assertProblem;

import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orders.integration.harness.Mailbox;
import org.orders.integration.harness.Patience;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;
import org.orders.integration.harness.SignedInCustomer;

/** Who does not know their password gets a mail, and sets another one by it. */
@ShopTest
class PasswordResetsIT {

  private static final String NEW = "a better one than before";
  private static final Pattern LINK =
      Pattern.compile("http://localhost:8080/auth/password-resets/([A-Za-z0-9_-]+)");

  private final Shop shop;
  private final Mailbox mailbox = new Mailbox();

  PasswordResetsIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void theTokenFromTheMailSetsAPasswordOnceAndEndsAllSessions() {
    var ada = shop.newCustomer();
    request(ada.email());
    var token = token(ada);

    assertInvalid(reset(token, "short"), "/newPassword");
    accepted(reset(token, NEW), 204);

    accepted(shop.login(ada.email(), NEW), 200);
    assertProblem(shop.login(ada.email(), ada.password()), 401, "invalid-credentials");
    assertProblem(ada.get(ada.path()), 401);
    assertProblem(
        shop.anyone().post("/auth/refresh", Map.of("refreshToken", ada.refreshToken())), 401);
    assertProblem(reset(token, NEW), 404, "reset-token-invalid");
  }

  @Test
  void theTokenStandsNowhereButInTheMail() throws IOException {
    var ada = shop.newCustomer();
    request(ada.email());
    var token = token(ada);
    accepted(reset(token, NEW), 204);
    assertProblem(reset(token, NEW), 404);

    assertThat(shop.anyone().get("/q/metrics").asString()).doesNotContain(token);
    assertThat(shop.admin().get("/admin/jobs?type=send-mail&limit=200").asString())
        .doesNotContain(token, ada.email());
    try (var logs = Files.find(Path.of("target", "services"), 2, (path, is) -> isLog(path))) {
      assertThat(logs.toList()).isNotEmpty().allMatch(log -> !contains(log, token));
    }
  }

  private static boolean isLog(Path path) {
    return path.endsWith("service.log");
  }

  private static boolean contains(Path log, String text) {
    try {
      return Files.readString(log, StandardCharsets.UTF_8).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whoHasNoAccountCannotBeToldFromWhoHas() {
    var ada = shop.newCustomer();
    var nobody = Shop.uniqueEmail();

    var forAda = request(ada.email());
    var forNobody = request(nobody);

    assertThat(forNobody.asString()).isEqualTo(forAda.asString()).isEmpty();
    assertThat(names(forNobody)).isEqualTo(names(forAda));
    token(ada);
    Patience.pause(Duration.ofSeconds(1));
    assertThat(mailbox.to(nobody)).isEmpty();
  }

  @Test
  void ofManyWhoShowATokenAtOnceOneSetsThePassword() {
    var ada = shop.newCustomer();
    request(ada.email());
    var token = token(ada);

    List<Integer> answers =
        Rush.of(16, number -> reset(token, "password number " + number).statusCode());

    assertThat(answers).containsOnlyOnce(204);
    assertThat(answers).filteredOn(status -> status == 404).hasSize(15);
  }

  @Test
  void nobodysMailboxIsFlooded() {
    var ada = shop.newCustomer();
    for (int time = 0; time < 8; time++) {
      request(ada.email());
    }

    Patience.await("three mails", Duration.ofSeconds(30), () -> mailbox.to(ada.email()).size() > 2);
    Patience.pause(Duration.ofSeconds(1));
    assertThat(mailbox.to(ada.email())).hasSize(3);
    var tokens = new ArrayList<String>();
    mailbox.to(ada.email()).forEach(mail -> tokens.add(token(mail)));
    accepted(reset(tokens.get(1), NEW), 204);
    assertProblem(reset(tokens.get(0), NEW), 404);
    assertProblem(reset(tokens.get(2), NEW), 404);
  }

  @Test
  void whatIsNoTokenIsRefused() {
    for (var nonsense : List.of("x", "A".repeat(64), "A".repeat(63), "%00", "..%2F", "a b")) {
      assertProblem(reset(nonsense.replace(" ", "%20"), NEW), 404);
    }
    assertInvalid(shop.anyone().post("/auth/password-resets", Map.of()), "/email");
    // An administrator's name, which is no address.
    for (var noAddress : List.of("", RunningService.ADMIN_USERNAME)) {
      assertInvalid(
          shop.anyone().post("/auth/password-resets", Map.of("email", noAddress)), "/email");
    }
  }

  private Response request(String email) {
    return accepted(shop.anyone().post("/auth/password-resets", Map.of("email", email)), 202);
  }

  private Response reset(String token, String password) {
    return shop.anyone().post("/auth/password-resets/" + token, Map.of("newPassword", password));
  }

  private String token(SignedInCustomer customer) {
    return token(mailbox.await(customer.email(), "your new password"));
  }

  private static String token(Mailbox.Mail mail) {
    var link = LINK.matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    return link.group(1);
  }

  private static List<String> names(Response answer) {
    return answer.headers().asList().stream().map(header -> header.getName()).sorted().toList();
  }
}
