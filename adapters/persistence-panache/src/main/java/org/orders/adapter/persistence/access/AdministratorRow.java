package org.orders.adapter.persistence.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of the table of administrators. */
@Entity
@Table(name = "administrator")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class AdministratorRow extends PanacheEntityBase {

  @Id UUID id;
  String username;

  @Column(name = "password_hash")
  String passwordHash;
}
