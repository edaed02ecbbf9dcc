package org.orders.adapter.rest.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Complaints;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** Whom to tell about an order. */
@RegisterForReflection
public record ContactJson(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 254) String email,
    @NotNull @Size(max = 16) String phone) {

  static ContactJson of(Contact contact) {
    return new ContactJson(
        contact.name().value(), contact.email().value(), contact.phone().value());
  }

  Contact toContact() {
    return Complaints.gather(
        complaints ->
            new Contact(
                complaints.within("", () -> new PersonName(name)),
                complaints.within("", () -> new EmailAddress(email)),
                complaints.within("", () -> new PhoneNumber(phone))));
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "ContactJson[***]";
  }
}
