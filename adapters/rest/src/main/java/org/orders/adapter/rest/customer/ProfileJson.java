package org.orders.adapter.rest.customer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.orders.adapter.rest.json.Body;
import org.orders.adapter.rest.json.Complaints;
import org.orders.domain.customer.Profile;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** What a customer tells about themselves, as a whole. */
@Body(mayRepeat = CustomerJson.class)
@RegisterForReflection
public record ProfileJson(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Size(max = 254) String email,
    @NotNull @Size(max = 16) String phone,
    @NotNull @Valid AddressJson address) {

  static ProfileJson of(Profile profile) {
    return new ProfileJson(
        profile.name().value(),
        profile.email().value(),
        profile.phone().value(),
        AddressJson.of(profile.address()));
  }

  /**
   * The profile.
   *
   * @param parent where this stands in the request
   * @throws org.orders.domain.shared.InvalidValue naming everything that is wrong
   */
  public Profile toProfile(String parent) {
    return Complaints.gather(
        complaints ->
            new Profile(
                complaints.within(parent, () -> new PersonName(name)),
                complaints.within(parent, () -> new EmailAddress(email)),
                complaints.within(parent, () -> new PhoneNumber(phone)),
                complaints.within(parent + "/address", address::toAddress)));
  }

  /** Says nothing of the person. */
  @Override
  public String toString() {
    return "ProfileJson[***]";
  }
}
