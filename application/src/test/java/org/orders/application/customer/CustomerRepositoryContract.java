package org.orders.application.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.PageRequest.Position;
import org.orders.application.shared.Persistence;
import org.orders.application.shared.Shop;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.EmailTaken;
import org.orders.domain.customer.Profile;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.ConcurrentChange;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** What every keeper of customers must do. */
public abstract class CustomerRepositoryContract {

  private static final Instant LATER = Shop.NOW.plus(Duration.ofHours(1));

  protected abstract Persistence persistence();

  private Persistence kept;
  private Shop shop;

  @BeforeEach
  void openTheShop() {
    kept = persistence();
    shop = new Shop(kept);
  }

  @Test
  void aCustomerIsFoundAsAdded() {
    Customer customer = shop.customer();

    assertThat(find(customer)).isEqualTo(customer);
    assertThat(kept.work().run(() -> kept.customers().lock(customer.id()))).contains(customer);
    assertThat(kept.work().run(() -> kept.customers().find(new CustomerId(Shop.newId()))))
        .isEmpty();
  }

  @Test
  void aChangeIsSavedAndCounted() {
    Customer customer = shop.customer();
    Profile elsewhere =
        new Profile(
            new PersonName("Žofie \"Zo\" 李"),
            customer.profile().email(),
            new PhoneNumber("+420123456789"),
            new Address("Ulice 1", "2. patro", "Praha", null, "110 00", new CountryCode("CZ")));

    save(customer.change(elsewhere, LATER));

    Customer found = find(customer);
    assertThat(found.profile()).isEqualTo(elsewhere);
    assertThat(found.updatedAt()).isEqualTo(LATER);
    assertThat(found.createdAt()).isEqualTo(Shop.NOW);
    assertThat(found.version()).isEqualTo(1);
  }

  @Test
  void theCaseOfAnEMailAddressCanChange() {
    Customer customer = shop.customer();
    EmailAddress louder =
        new EmailAddress(customer.profile().email().value().toUpperCase(Locale.ROOT));

    save(customer.change(withEmail(customer, louder), LATER));

    assertThat(find(customer).profile().email().value()).isEqualTo(louder.value());
  }

  @Test
  void aSaveThatRestsOnAnOlderVersionIsRefused() {
    Customer customer = shop.customer();
    save(customer.deactivate(LATER));

    assertThatThrownBy(
            () ->
                save(
                    customer.change(withEmail(customer, new EmailAddress("x@example.org")), LATER)))
        .isInstanceOf(ConcurrentChange.class);
    assertThat(find(customer).profile()).isEqualTo(customer.profile());
  }

  @Test
  void anEMailAddressBelongsToOneActiveAccountWhateverItsCase() {
    Customer customer = shop.customer();
    String email = customer.profile().email().value().toLowerCase(Locale.ROOT);

    assertThatThrownBy(() -> add(account(email))).isInstanceOf(EmailTaken.class);
    Customer other = shop.customer();
    assertThatThrownBy(() -> save(other.change(withEmail(other, new EmailAddress(email)), LATER)))
        .isInstanceOf(EmailTaken.class);
  }

  @Test
  void theEMailAddressOfOneWhoLeftIsFree() {
    Customer customer = shop.customer();
    save(customer.deactivate(LATER));

    add(account(customer.profile().email().value()));

    assertThat(find(customer).isActive()).isFalse();
  }

  @Test
  void guestsShareEMailAddressesWithEverybody() {
    String email = shop.customer().profile().email().value();

    add(Customer.guest(new CustomerId(Shop.newId()), Shop.profile(email), Shop.NOW));
    add(Customer.guest(new CustomerId(Shop.newId()), Shop.profile(email), Shop.NOW));
  }

  @Test
  void customersAreListedPageByPageNewestFirst() {
    String part = "part" + Shop.newId();
    List<CustomerId> ids = new ArrayList<>();
    for (int index = 0; index < 5; index++) {
      Customer customer =
          Customer.account(
              new CustomerId(Shop.newId()),
              Shop.profile(index + part + "@example.org"),
              Shop.NOW.plusSeconds(index / 2));
      add(customer);
      ids.addFirst(customer.id());
    }
    CustomerFilter filter = new CustomerFilter(part.toUpperCase(Locale.ROOT), null);

    Page<Customer> first = kept.customerQueries().list(filter, new PageRequest(2, null, true));
    Page<Customer> second =
        kept.customerQueries().list(filter, new PageRequest(2, first.next(), false));
    Page<Customer> third =
        kept.customerQueries().list(filter, new PageRequest(2, second.next(), false));

    assertThat(first.total()).isEqualTo(5);
    assertThat(List.of(first, second, third))
        .flatExtracting(Page::items)
        .extracting(Customer::id)
        .containsExactlyElementsOf(ids);
    assertThat(third.next()).isNull();
  }

  @Test
  void customersAreFoundByIdPhoneAndStatus() {
    Customer customer = shop.customer();
    String id = customer.id().value().toString();

    assertThat(listed(new CustomerFilter(id.toUpperCase(Locale.ROOT), null)))
        .containsExactly(customer);
    assertThat(listed(new CustomerFilter(id, Customer.Status.ACTIVE))).containsExactly(customer);
    assertThat(listed(new CustomerFilter(id, Customer.Status.INACTIVE))).isEmpty();
    assertThat(listed(new CustomerFilter("4930123456", null))).contains(customer);
  }

  @Test
  void whatNobodyIsCalledFindsNobody() {
    shop.customer();

    for (String query : List.of("%", "_", "\\", "Ann\0", "'; --")) {
      assertThat(listed(new CustomerFilter(query, null))).as(query).isEmpty();
    }
  }

  @Test
  void aPositionThatNoListWroteIsInvalid() {
    for (String broken : List.of("", "x", "1", "1.2", "1." + "f".repeat(36), "9".repeat(30))) {
      PageRequest request = new PageRequest(2, new Position(broken), false);
      assertThatThrownBy(() -> kept.customerQueries().list(new CustomerFilter(null, null), request))
          .as(broken)
          .isInstanceOf(InvalidValue.class);
    }
  }

  private List<Customer> listed(CustomerFilter filter) {
    return kept.customerQueries().list(filter, new PageRequest(200, null, false)).items();
  }

  private Customer find(Customer customer) {
    return kept.work().run(() -> kept.customers().find(customer.id())).orElseThrow();
  }

  private void add(Customer customer) {
    kept.work().run(() -> kept.customers().add(customer));
  }

  private void save(Customer customer) {
    kept.work().run(() -> kept.customers().save(customer));
  }

  private static Customer account(String email) {
    return Customer.account(new CustomerId(Shop.newId()), Shop.profile(email), Shop.NOW);
  }

  private static Profile withEmail(Customer customer, EmailAddress email) {
    Profile profile = customer.profile();
    return new Profile(profile.name(), email, profile.phone(), profile.address());
  }
}
