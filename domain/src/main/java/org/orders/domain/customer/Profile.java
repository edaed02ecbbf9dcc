package org.orders.domain.customer;

import java.util.Objects;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** What a customer tells about themselves. */
public record Profile(PersonName name, EmailAddress email, PhoneNumber phone, Address address) {

  /** Unlike the address itself, a profile differs when the e-mail's case differs. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Profile that
        && name.equals(that.name)
        && email.value().equals(that.email.value())
        && phone.equals(that.phone)
        && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, email, phone, address);
  }
}
