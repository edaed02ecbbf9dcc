package org.orders.application.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.application.Replica.done;
import static org.orders.application.Replica.line;
import static org.orders.application.Replica.once;
import static org.orders.application.Replica.replayed;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.profile;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.access.InvalidCredentials;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.LogIn;
import org.orders.application.access.Password;
import org.orders.application.access.Tokens;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.StaleVersion;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.CustomerInactive;
import org.orders.domain.customer.EmailTaken;
import org.orders.domain.order.Order;
import org.orders.domain.order.OrderStatus;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.NotFound;

class CustomerUseCasesTest {

  private static final Password PASSWORD = new Password("correct horse");

  private final Replica shop = new Replica();
  private final RegisterCustomer registerCustomer = shop.customer.registerCustomer();

  @Test
  void whoRegistersIsAnActiveAccountAndCanLogIn() {
    Customer customer = register("Somchai@example.com");

    assertThat(customer.kind()).isEqualTo(Customer.Kind.ACCOUNT);
    assertThat(customer.isActive()).isTrue();
    assertThat(customer.createdAt()).isEqualTo(shop.clock.instant());
    assertThat(logIn("somchai@EXAMPLE.com").accessToken()).isNotBlank();
  }

  @Test
  void withoutAPasswordNobodyLogsIn() {
    registerCustomer.register(
        new RegisterCustomer.Command(profile("somchai@example.com"), null), Once.unkeyed());

    assertThatThrownBy(() -> logIn("somchai@example.com")).isInstanceOf(InvalidCredentials.class);
  }

  @Test
  void anAddressBelongsToOneActiveAccountWhateverItsCase() {
    register("somchai@example.com");

    assertThatThrownBy(() -> register("SOMCHAI@example.com")).isInstanceOf(EmailTaken.class);
    Customer other = register("other@example.com");
    assertThatThrownBy(() -> change(ADMINISTRATOR, other, "Somchai@example.com"))
        .isInstanceOf(EmailTaken.class);
  }

  @Test
  void aRefusedRegistrationLeavesNoPassword() {
    Customer somchai = register("somchai@example.com");
    assertThatThrownBy(
            () ->
                registerCustomer.register(
                    new RegisterCustomer.Command(
                        profile("somchai@example.com"), new Password("another one")),
                    Once.unkeyed()))
        .isInstanceOf(EmailTaken.class);

    assertThat(whoComesIn("somchai@example.com")).isEqualTo(new Actor.Customer(somchai.id()));
  }

  @Test
  void registeringIsDoneOnceUnderOneKey() {
    RegisterCustomer.Command command =
        new RegisterCustomer.Command(profile("somchai@example.com"), PASSWORD);
    Customer first = done(registerCustomer.register(command, once("key")));

    assertThat(replayed(registerCustomer.register(command, once("key"))))
        .isEqualTo(first.toString());
  }

  @Test
  void aProfileIsChangedByItsOwnerAndStaffAlone() {
    Customer customer = register("somchai@example.com");
    Actor self = new Actor.Customer(customer.id());
    shop.clock.pass(Duration.ofMinutes(1));

    assertThat(change(self, customer, "new@example.com").profile())
        .isEqualTo(profile("new@example.com"));
    assertThat(change(SERVICE, customer, "newer@example.com").updatedAt())
        .isEqualTo(shop.clock.instant());
    assertThatThrownBy(
            () -> change(shop.account("other@example.com"), customer, "stolen@example.com"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> change(ANONYMOUS, customer, "stolen@example.com"))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theChangeIsMadeOnTheProfileAsItIsNow() {
    Customer customer = register("somchai@example.com");
    change(ADMINISTRATOR, customer, "new@example.com");

    shop.customer
        .changeCustomer()
        .change(
            new ChangeCustomer.Command(
                ADMINISTRATOR,
                customer.id(),
                present -> {
                  assertThat(present).isEqualTo(profile("new@example.com"));
                  return present;
                },
                Precondition.none()),
            Once.unkeyed());
    assertThat(shop.kept.customers().find(customer.id()).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void whoSawAnotherVersionIsRefused() {
    Customer customer = register("somchai@example.com");

    assertThatThrownBy(
            () ->
                shop.customer
                    .changeCustomer()
                    .change(
                        new ChangeCustomer.Command(
                            ADMINISTRATOR,
                            customer.id(),
                            present -> profile("x@example.com"),
                            present -> {
                              throw new StaleVersion();
                            }),
                        Once.unkeyed()))
        .isInstanceOf(StaleVersion.class);
    assertThatThrownBy(
            () ->
                shop.customer
                    .deactivateCustomer()
                    .deactivate(
                        new DeactivateCustomer.Command(
                            ADMINISTRATOR,
                            customer.id(),
                            present -> {
                              throw new StaleVersion();
                            })))
        .isInstanceOf(StaleVersion.class);
    assertThat(shop.kept.customers().find(customer.id())).contains(customer);
  }

  @Test
  void whoLeavesCannotComeInAgainButTheirOrdersGoOn() {
    Customer customer = register("somchai@example.com");
    Actor.Customer self = new Actor.Customer(customer.id());
    Order order = shop.placed(self, line(shop.product("10", 5), 1));
    Tokens tokens = logIn("somchai@example.com");

    deactivate(self, customer.id());

    assertThatThrownBy(() -> logIn("somchai@example.com")).isInstanceOf(InvalidCredentials.class);
    assertThatThrownBy(() -> shop.access.authenticateBearer().authenticate(tokens.accessToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> shop.access.refreshSession().refresh(tokens.refreshToken()))
        .isInstanceOf(InvalidToken.class);
    assertThatThrownBy(() -> change(ADMINISTRATOR, customer, "new@example.com"))
        .isInstanceOf(CustomerInactive.class);
    assertThat(shop.walk(order.id(), OrderStatus.CONFIRMED).order().status())
        .isEqualTo(OrderStatus.CONFIRMED);
  }

  @Test
  void theAddressOfOneWhoLeftIsFree() {
    Customer customer = register("somchai@example.com");
    deactivate(ADMINISTRATOR, customer.id());

    Customer next = register("somchai@example.com");

    assertThat(next.id()).isNotEqualTo(customer.id());
    deactivate(ADMINISTRATOR, customer.id());
    assertThat(whoComesIn("somchai@example.com")).isEqualTo(new Actor.Customer(next.id()));
  }

  @Test
  void nobodyMakesSomebodyElseLeave() {
    Customer customer = register("somchai@example.com");
    logIn("somchai@example.com");

    assertThatThrownBy(() -> deactivate(shop.account("other@example.com"), customer.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> deactivate(ADMINISTRATOR, new CustomerId(Samples.id(1))))
        .isInstanceOf(NotFound.class);
    assertThat(shop.kept.customers().find(customer.id()).orElseThrow().isActive()).isTrue();
  }

  @Test
  void aRecordIsReadByItsOwnerAndStaffAlone() {
    Customer customer = register("somchai@example.com");
    ReadCustomers readCustomers = shop.customer.readCustomers();

    assertThat(readCustomers.read(new Actor.Customer(customer.id()), customer.id()))
        .isEqualTo(customer);
    assertThat(readCustomers.read(SERVICE, customer.id())).isEqualTo(customer);
    assertThatThrownBy(() -> readCustomers.read(shop.account("other@example.com"), customer.id()))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> readCustomers.read(ADMINISTRATOR, new CustomerId(Samples.id(1))))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aPasswordHasEightToTwoHundredCharacters() {
    assertThat(new Password("🔑".repeat(8)).toString()).doesNotContain("🔑");
    assertThatThrownBy(() -> new Password("🔑".repeat(7))).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new Password("x".repeat(201))).isInstanceOf(InvalidValue.class);
  }

  private Customer register(String email) {
    return done(
        registerCustomer.register(
            new RegisterCustomer.Command(profile(email), PASSWORD), Once.unkeyed()));
  }

  private Customer change(Actor actor, Customer customer, String email) {
    return done(
        shop.customer
            .changeCustomer()
            .change(
                new ChangeCustomer.Command(
                    actor, customer.id(), present -> profile(email), Precondition.none()),
                Once.unkeyed()));
  }

  private void deactivate(Actor actor, CustomerId customer) {
    shop.customer
        .deactivateCustomer()
        .deactivate(new DeactivateCustomer.Command(actor, customer, Precondition.none()));
  }

  private Actor whoComesIn(String email) {
    return shop.access.authenticateBearer().authenticate(logIn(email).accessToken()).actor();
  }

  private Tokens logIn(String email) {
    return shop.access.logIn().logIn(new LogIn.Command(email, PASSWORD.value(), "192.0.2.1"));
  }
}
