package org.orders.adapter.persistence.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the table of internal applications. */
@Entity
@Table(name = "service_client")
@SuppressWarnings("NullAway.Init") // filled by the persistence provider
public class ServiceClientRow extends PanacheEntityBase {

  @Id String id;

  @Column(name = "secret_hash")
  String secretHash;
}
