package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.POLICY;
import static org.orders.domain.Samples.ADMINISTRATOR;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.customer.DeactivateCustomer;
import org.orders.application.shared.Precondition;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.access.ClientId;
import org.orders.domain.order.OrderId;

class AccessUseCasesTest {

  private static final String HERE = "192.0.2.1";
  private static final String PASSWORD = "correct horse";

  private final Replica shop = new Replica();
  private final LogIn logIn = shop.access.logIn();
  private final RefreshSession refreshSession = shop.access.refreshSession();
  private final AuthenticateBearer authenticate = shop.access.authenticateBearer();

  @BeforeEach
  void anAdministratorIsThere() {
    shop.kept
        .credentials()
        .addAdministrator(ADMINISTRATOR.id(), "admin", shop.passwords.hash(PASSWORD));
  }

  @Test
  void whoKnowsThePasswordComesIn() {
    Tokens tokens = logIn("admin", PASSWORD);

    Caller caller = authenticate.authenticate(tokens.accessToken());
    assertThat(caller.actor()).isEqualTo(ADMINISTRATOR);
    assertThat(caller.role()).isEqualTo(Role.ADMIN);
    assertThat(tokens.expiresIn()).isEqualTo(POLICY.accessToken().toSeconds());
    assertThat(tokens.toString()).doesNotContain(tokens.accessToken());
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreRefusedAlikeAndTakeAsLong() {
    assertThatThrownBy(() -> logIn("admin", "wrong horse")).isInstanceOf(InvalidCredentials.class);
    int forAWrongPassword = shop.passwords.comparisons();
    assertThatThrownBy(() -> logIn("nobody", "wrong horse")).isInstanceOf(InvalidCredentials.class);

    assertThat(shop.passwords.comparisons()).isEqualTo(2 * forAWrongPassword);
  }

  @Test
  void anAccessTokenEndsWithItsTime() {
    Tokens tokens = logIn("admin", PASSWORD);
    shop.clock.pass(POLICY.accessToken());

    assertThatThrownBy(() -> authenticate.authenticate(tokens.accessToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> authenticate.authenticate("forged")).isInstanceOf(InvalidToken.class);
  }

  @Test
  void aGuestsTokenBelongsToNoSession() {
    OrderId order = new OrderId(Samples.id(700));
    String token = shop.accessTokens.issueForOrder(order, shop.clock.instant());

    Caller caller = authenticate.authenticate(token);

    assertThat(caller.actor()).isEqualTo(new Actor.Guest(order));
    assertThat(caller.role()).isEqualTo(Role.GUEST);
    shop.access.logOut().logOut(caller);
    assertThat(authenticate.authenticate(token)).isEqualTo(caller);
  }

  @Test
  void aRefreshTokenIsGoodForOneSuccessor() {
    Tokens first = logIn("admin", PASSWORD);

    Tokens second = refreshSession.refresh(first.refreshToken());
    Tokens third = refreshSession.refresh(second.refreshToken());

    assertThat(third.refreshToken())
        .isNotEqualTo(second.refreshToken())
        .isNotEqualTo(first.refreshToken());
    assertThat(authenticate.authenticate(third.accessToken()).actor()).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void anAnswerThatWasLostIsGivenAgainForTenSeconds() {
    Tokens first = logIn("admin", PASSWORD);
    Tokens second = refreshSession.refresh(first.refreshToken());
    shop.clock.pass(Duration.ofMillis(9_999));

    assertThat(refreshSession.refresh(first.refreshToken()).refreshToken())
        .isEqualTo(second.refreshToken());
    assertThat(actor(refreshSession.refresh(second.refreshToken()))).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void aTokenThatIsShownTooLateEndsTheWholeSession() {
    Tokens first = logIn("admin", PASSWORD);
    Tokens second = refreshSession.refresh(first.refreshToken());
    shop.clock.pass(Duration.ofSeconds(10));

    assertThatThrownBy(() -> refreshSession.refresh(first.refreshToken()))
        .isInstanceOf(InvalidToken.class);

    assertThatThrownBy(() -> refreshSession.refresh(second.refreshToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> authenticate.authenticate(second.accessToken()))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void aTokenWhoseSuccessorWasUsedIsAThiefs() {
    Tokens first = logIn("admin", PASSWORD);
    Tokens second = refreshSession.refresh(first.refreshToken());
    Tokens third = refreshSession.refresh(second.refreshToken());

    assertThatThrownBy(() -> refreshSession.refresh(first.refreshToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> refreshSession.refresh(third.refreshToken()))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void aSessionThatNobodyRefreshesEnds() {
    Tokens first = logIn("admin", PASSWORD);
    shop.clock.pass(POLICY.refreshToken().minusSeconds(1));
    Tokens second = refreshSession.refresh(first.refreshToken());
    shop.clock.pass(POLICY.refreshToken());

    assertThatThrownBy(() -> refreshSession.refresh(second.refreshToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> refreshSession.refresh("nonsense")).isInstanceOf(InvalidToken.class);
    assertThatThrownBy(
            () -> refreshSession.refresh(shop.refreshTokens.issue(new SessionId(Samples.id(1)), 1)))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void whoLogsOutIsOutHereAtOnceAndElsewhereWithTheNextLook() {
    Replica other = shop.another();
    Tokens tokens = logIn("admin", PASSWORD);
    Tokens stays = logIn("admin", PASSWORD);

    shop.access.logOut().logOut(authenticate.authenticate(tokens.accessToken()));

    assertThatThrownBy(() -> authenticate.authenticate(tokens.accessToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> refreshSession.refresh(tokens.refreshToken()))
        .isInstanceOf(InvalidToken.class);
    other.ended.refresh();
    assertThatThrownBy(() -> other.access.authenticateBearer().authenticate(tokens.accessToken()))
        .isInstanceOf(InvalidToken.class);
    assertThat(other.access.authenticateBearer().authenticate(stays.accessToken()).actor())
        .isEqualTo(ADMINISTRATOR);
  }

  @Test
  void aReplicaThatStartsLaterKnowsWhatEndedBefore() {
    Tokens tokens = logIn("admin", PASSWORD);
    shop.access.logOut().logOut(authenticate.authenticate(tokens.accessToken()));
    shop.clock.pass(POLICY.accessToken().minusSeconds(1));

    Replica later = shop.another();
    later.ended.refresh();

    assertThatThrownBy(() -> later.access.authenticateBearer().authenticate(tokens.accessToken()))
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void anEndThatWasCommittedLateIsStillSeen() {
    Tokens tokens = logIn("admin", PASSWORD);
    Replica other = shop.another();
    SessionId session = authenticate.authenticate(tokens.accessToken()).session();
    var endedAt = shop.clock.instant();
    shop.clock.pass(Duration.ofSeconds(5));
    other.ended.refresh();
    shop.database.run(
        () -> {
          Session present = shop.kept.sessions().lock(session).orElseThrow();
          shop.kept.sessions().save(present.end(endedAt));
        });
    shop.clock.pass(Duration.ofSeconds(5));

    other.ended.refresh();

    assertThat(other.ended.contains(session)).isTrue();
  }

  @Test
  void anEndIsForgottenOnceNoTokenCanOutliveIt() {
    Tokens tokens = logIn("admin", PASSWORD);
    SessionId session = authenticate.authenticate(tokens.accessToken()).session();
    shop.access.logOut().logOut(authenticate.authenticate(tokens.accessToken()));

    shop.clock.pass(POLICY.longestAccess());
    shop.ended.refresh();
    assertThat(shop.ended.contains(session)).isTrue();
    shop.clock.pass(Duration.ofMinutes(2));
    shop.ended.refresh();

    assertThat(shop.ended.contains(session)).isFalse();
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    Tokens here = logIn("admin", PASSWORD);
    Tokens elsewhere = logIn("admin", PASSWORD);

    changePassword(here, PASSWORD, "another horse");

    assertThat(actor(here)).isEqualTo(ADMINISTRATOR);
    assertThat(actor(refreshSession.refresh(here.refreshToken()))).isEqualTo(ADMINISTRATOR);
    assertThatThrownBy(() -> authenticate.authenticate(elsewhere.accessToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> refreshSession.refresh(elsewhere.refreshToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> logIn("admin", PASSWORD)).isInstanceOf(InvalidCredentials.class);
    assertThat(actor(logIn("admin", "another horse"))).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void aPasswordThatChangesWhileItIsComparedOpensNoSession() {
    Subject subject = new Subject.Administrator(ADMINISTRATOR.id());
    shop.passwords.during(
        () -> shop.kept.credentials().setPassword(subject, shop.passwords.hash("another horse")));

    assertThatThrownBy(() -> logIn("admin", PASSWORD)).isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void whoLeavesWhileTheirPasswordIsComparedDoesNotComeIn() {
    Actor.Customer somchai = shop.account("somchai@example.com");
    shop.kept
        .credentials()
        .setPassword(new Subject.Customer(somchai.id()), shop.passwords.hash(PASSWORD));
    shop.passwords.during(
        () ->
            shop.customer
                .deactivateCustomer()
                .deactivate(
                    new DeactivateCustomer.Command(somchai, somchai.id(), Precondition.none())));

    assertThatThrownBy(() -> logIn("somchai@example.com", PASSWORD))
        .isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void whoDoesNotKnowThePresentPasswordChangesNothing() {
    Tokens here = logIn("admin", PASSWORD);
    Tokens elsewhere = logIn("admin", PASSWORD);

    assertThatThrownBy(() -> changePassword(here, "wrong horse", "another horse"))
        .isInstanceOf(InvalidCredentials.class);

    assertThat(actor(elsewhere)).isEqualTo(ADMINISTRATOR);
    assertThat(actor(logIn("admin", PASSWORD))).isEqualTo(ADMINISTRATOR);
  }

  @Test
  void aClientComesInWithItsSecretAndWithoutRefreshToken() {
    shop.access.provideAccounts().ensureServiceClient("warehouse", "a long secret");

    Tokens tokens = shop.access.issueClientToken().issue("warehouse", "a long secret", HERE);

    assertThat(tokens.refreshToken()).isNull();
    assertThat(tokens.expiresIn()).isEqualTo(POLICY.clientToken().toSeconds());
    assertThat(authenticate.authenticate(tokens.accessToken()).actor())
        .isEqualTo(new Actor.Service(new ClientId("warehouse")));
    assertThatThrownBy(() -> shop.access.issueClientToken().issue("warehouse", "wrong", HERE))
        .isInstanceOf(InvalidCredentials.class);
    assertThatThrownBy(() -> shop.access.issueClientToken().issue("nobody", "wrong", HERE))
        .isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void anUnknownClientTakesAsLongAsAWrongSecret() {
    shop.access.provideAccounts().ensureServiceClient("warehouse", "a long secret");
    int before = shop.passwords.comparisons();
    assertThatThrownBy(() -> shop.access.issueClientToken().issue("warehouse", "wrong", HERE))
        .isInstanceOf(InvalidCredentials.class);
    assertThatThrownBy(() -> shop.access.issueClientToken().issue("nobody", "wrong", HERE))
        .isInstanceOf(InvalidCredentials.class);

    assertThat(shop.passwords.comparisons()).isEqualTo(before + 2);
  }

  @Test
  void aClientThatLogsOutIsOut() {
    shop.access.provideAccounts().ensureServiceClient("warehouse", "a long secret");
    Tokens tokens = shop.access.issueClientToken().issue("warehouse", "a long secret", HERE);

    shop.access.logOut().logOut(authenticate.authenticate(tokens.accessToken()));

    assertThatThrownBy(() -> authenticate.authenticate(tokens.accessToken()))
        .isInstanceOf(InvalidToken.class);
    shop.clock.pass(POLICY.accessToken());
    Replica later = shop.another();
    later.ended.refresh();
    assertThatThrownBy(() -> later.access.authenticateBearer().authenticate(tokens.accessToken()))
        .as("at a replica that started when people's tokens had expired, but not clients'")
        .isInstanceOf(InvalidToken.class);
  }

  @Test
  void theFirstAdministratorIsAddedOnce() {
    Replica fresh = new Replica();
    ProvideAccounts provide = fresh.access.provideAccounts();

    assertThat(provide.ensureAdministrator("root", new Password(PASSWORD))).isTrue();
    assertThat(provide.ensureAdministrator("root", new Password("another horse"))).isFalse();
    assertThat(provide.ensureAdministrator("other", new Password("another horse"))).isFalse();
    Tokens tokens = fresh.access.logIn().logIn(new LogIn.Command("root", PASSWORD, HERE));
    assertThat(fresh.access.authenticateBearer().authenticate(tokens.accessToken()).role())
        .isEqualTo(Role.ADMIN);
  }

  @Test
  void aClientGetsANewSecretOnlyWhereItIsAnotherOne() {
    ProvideAccounts provide = shop.access.provideAccounts();
    provide.ensureServiceClient("warehouse", "first");
    provide.ensureServiceClient("warehouse", "second");

    assertThat(actor(shop.access.issueClientToken().issue("warehouse", "second", HERE)))
        .isEqualTo(new Actor.Service(new ClientId("warehouse")));
    int before = shop.passwords.comparisons();
    provide.ensureServiceClient("warehouse", "second");
    assertThat(shop.passwords.comparisons()).isEqualTo(before + 1);
  }

  private Actor actor(Tokens tokens) {
    return authenticate.authenticate(tokens.accessToken()).actor();
  }

  private Tokens logIn(String username, String password) {
    return logIn.logIn(new LogIn.Command(username, password, HERE));
  }

  private void changePassword(Tokens tokens, String current, String next) {
    shop.access
        .changePassword()
        .change(authenticate.authenticate(tokens.accessToken()), current, new Password(next));
  }
}
