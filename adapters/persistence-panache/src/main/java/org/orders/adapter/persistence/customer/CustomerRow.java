package org.orders.adapter.persistence.customer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.AddressColumns;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;
import org.orders.domain.customer.Profile;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** A row of the table of customers. */
@Entity
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class CustomerRow extends PanacheEntityBase {

  /** The columns that {@link #read} reads. */
  public static final String COLUMNS =
      "c.id, c.kind, c.name, c.email, c.phone, c.line1, c.line2, c.city, c.region, c.postal_code,"
          + " c.country, c.status, c.created_at, c.updated_at, c.version";

  @Id UUID id;

  @Enumerated(EnumType.STRING)
  Customer.Kind kind;

  String name;
  String email;

  @Column(name = "email_key")
  String emailKey;

  String phone;
  String line1;
  @Nullable String line2;
  String city;
  @Nullable String region;

  @Column(name = "postal_code")
  String postalCode;

  String country;

  @Enumerated(EnumType.STRING)
  Customer.Status status;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  @Version long version;

  static CustomerRow of(Customer customer) {
    CustomerRow row = new CustomerRow();
    row.id = customer.id().value();
    row.kind = customer.kind();
    row.createdAt = customer.createdAt();
    row.take(customer);
    return row;
  }

  /** Takes over what can change. */
  void take(Customer customer) {
    Profile profile = customer.profile();
    name = profile.name().value();
    email = profile.email().value();
    emailKey = profile.email().key();
    phone = profile.phone().value();
    Address address = profile.address();
    line1 = address.line1();
    line2 = address.line2();
    city = address.city();
    region = address.region();
    postalCode = address.postalCode();
    country = address.country().value();
    status = customer.status();
    updatedAt = customer.updatedAt();
  }

  Customer toCustomer() {
    return new Customer(
        new CustomerId(id),
        kind,
        new Profile(
            new PersonName(name),
            new EmailAddress(email),
            new PhoneNumber(phone),
            new Address(line1, line2, city, region, postalCode, new CountryCode(country))),
        status,
        createdAt,
        updatedAt,
        version);
  }

  /** The customer in a row of a native statement's answer. */
  public static Customer read(SqlRow row) throws SQLException {
    return new Customer(
        new CustomerId(row.uuid("id")),
        Customer.Kind.valueOf(row.text("kind")),
        new Profile(
            new PersonName(row.text("name")),
            new EmailAddress(row.text("email")),
            new PhoneNumber(row.text("phone")),
            AddressColumns.read(row)),
        Customer.Status.valueOf(row.text("status")),
        row.instant("created_at"),
        row.instant("updated_at"),
        row.number("version"));
  }
}
