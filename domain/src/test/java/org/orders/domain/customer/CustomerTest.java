package org.orders.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orders.domain.Samples.ADMINISTRATOR;
import static org.orders.domain.Samples.ANONYMOUS;
import static org.orders.domain.Samples.NOW;
import static org.orders.domain.Samples.SERVICE;
import static org.orders.domain.Samples.customerId;
import static org.orders.domain.Samples.profile;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orders.domain.Samples;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;

class CustomerTest {

  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Customer SOMCHAI =
      Customer.account(customerId(), profile("somchai@example.com"), NOW);

  @Test
  void aChangedProfileReplacesTheOneBefore() {
    Customer changed = SOMCHAI.change(profile("new@example.com"), LATER);

    assertThat(changed.profile()).isEqualTo(profile("new@example.com"));
    assertThat(changed.createdAt()).isEqualTo(NOW);
    assertThat(changed.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void theSameProfileIsNoChange() {
    assertThat(SOMCHAI.change(profile("somchai@example.com"), LATER)).isSameAs(SOMCHAI);
  }

  @Test
  void anotherWayToWriteTheSameAddressIsAChange() {
    Customer changed = SOMCHAI.change(profile("Somchai@example.com"), LATER);

    assertThat(changed.profile().email().value()).isEqualTo("Somchai@example.com");
    assertThat(changed.updatedAt()).isEqualTo(LATER);
  }

  @Test
  void whoHasLeftIsNotChangedAndLeavesOnce() {
    Customer gone = SOMCHAI.deactivate(LATER);

    assertThat(gone.isActive()).isFalse();
    assertThat(gone.updatedAt()).isEqualTo(LATER);
    assertThat(gone.deactivate(LATER.plusSeconds(1))).isSameAs(gone);
    assertThatThrownBy(() -> gone.change(profile("new@example.com"), LATER))
        .isInstanceOf(CustomerInactive.class);
    assertThatThrownBy(gone::requireActive).isInstanceOf(CustomerInactive.class);
  }

  @Test
  void aRecordIsOpenToItsOwnerAndStaffAlone() {
    assertThat(SOMCHAI.isOpenTo(new Actor.Customer(customerId()))).isTrue();
    assertThat(SOMCHAI.isOpenTo(ADMINISTRATOR)).isTrue();
    assertThat(SOMCHAI.isOpenTo(SERVICE)).isTrue();
    assertThat(SOMCHAI.isOpenTo(new Actor.Customer(new CustomerId(Samples.id(1))))).isFalse();
    assertThat(SOMCHAI.isOpenTo(new Actor.Guest(new OrderId(customerId().value())))).isFalse();
    assertThat(SOMCHAI.isOpenTo(ANONYMOUS)).isFalse();
  }

  @Test
  void aGuestIsACustomerOfAnotherKind() {
    assertThat(Customer.guest(customerId(), profile("a@example.com"), NOW).kind())
        .isEqualTo(Customer.Kind.GUEST);
    assertThat(SOMCHAI.kind()).isEqualTo(Customer.Kind.ACCOUNT);
  }

  @Test
  void theContactIsTheCustomerThemselves() {
    assertThat(SOMCHAI.contact()).isEqualTo(Samples.contact());
  }

  @Test
  void aCustomersTextTellsNothingOfThem() {
    assertThat(SOMCHAI.toString() + SOMCHAI.contact())
        .doesNotContain("สมชาย", "somchai", "66812345678", "Sukhumvit", "10110", "Bangkok");
  }
}
