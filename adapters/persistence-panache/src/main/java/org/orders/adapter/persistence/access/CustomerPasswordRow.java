package org.orders.adapter.persistence.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of the table of customers' passwords, apart from what else is known of them. */
@Entity
@Table(name = "customer_password")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class CustomerPasswordRow extends PanacheEntityBase {

  @Id
  @Column(name = "customer_id")
  UUID customerId;

  @Column(name = "password_hash")
  String passwordHash;
}
