package org.orders.adapter.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.Rows;
import org.orders.adapter.persistence.shared.SearchText;
import org.orders.application.access.CredentialRepository;
import org.orders.application.access.Subject;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.CustomerId;

/** Credentials as Panache entities; where replicas may meet, native statements that settle it. */
@ApplicationScoped
public class PanacheCredentialRepository implements CredentialRepository {

  private static final String PASSWORD_OF_ACTIVE_ACCOUNT =
      "SELECT w.customer_id, w.password_hash FROM customer c"
          + " JOIN customer_password w ON w.customer_id = c.id"
          + " WHERE c.kind = 'ACCOUNT' AND c.status = 'ACTIVE' AND ";

  private final Database database;

  PanacheCredentialRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Credential> findByUsername(String username) {
    if (!new SearchText(username).canMatch()) {
      return Optional.empty();
    }
    return AdministratorRow.<AdministratorRow>find("username", username)
        .firstResultOptional()
        .map(PanacheCredentialRepository::credential)
        .or(() -> findCustomer("c.email_key = ?", username.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Optional<Credential> findByClientId(String clientId) {
    return new SearchText(clientId).canMatch()
        ? find(new Subject.Service(new ClientId(clientId)))
        : Optional.empty();
  }

  @Override
  public Optional<Credential> find(Subject subject) {
    return switch (subject) {
      case Subject.Customer(var id) -> findCustomer("c.id = ?", id.value());
      case Subject.Administrator(var id) ->
          Rows.find(AdministratorRow.class, id.value())
              .map(PanacheCredentialRepository::credential);
      case Subject.Service(var id) ->
          Rows.find(ServiceClientRow.class, id.value())
              .map(row -> new Credential(subject, row.secretHash));
    };
  }

  @Override
  public void setPassword(Subject subject, String passwordHash) {
    switch (subject) {
      case Subject.Customer(var id) -> setCustomersPassword(id.value(), passwordHash);
      case Subject.Administrator(var id) -> {
        Rows.find(AdministratorRow.class, id.value()).orElseThrow().passwordHash = passwordHash;
        AdministratorRow.flush();
      }
      case Subject.Service(var id) -> putServiceClient(id.value(), passwordHash);
    }
  }

  @Override
  public boolean administratorExists(UserId id) {
    return Rows.find(AdministratorRow.class, id.value()).isPresent();
  }

  @Override
  public boolean anyAdministratorExists() {
    return AdministratorRow.findAll().firstResultOptional().isPresent();
  }

  @Override
  public boolean addAdministrator(UserId id, String username, String passwordHash) {
    return database.run(
            sql ->
                sql.update(
                    "INSERT INTO administrator (id, username, password_hash) VALUES (?, ?, ?)"
                        + " ON CONFLICT (username) DO NOTHING",
                    id.value(),
                    username,
                    passwordHash))
        == 1;
  }

  @Override
  public void putServiceClient(String clientId, String secretHash) {
    database.run(
        sql ->
            sql.update(
                "INSERT INTO service_client (id, secret_hash) VALUES (?, ?)"
                    + " ON CONFLICT (id) DO UPDATE SET secret_hash = excluded.secret_hash",
                clientId,
                secretHash));
  }

  private Optional<Credential> findCustomer(String condition, Object value) {
    return database.run(
        sql ->
            sql.queryOne(
                PASSWORD_OF_ACTIVE_ACCOUNT + condition,
                row ->
                    new Credential(
                        new Subject.Customer(new CustomerId(row.uuid("customer_id"))),
                        row.text("password_hash")),
                value));
  }

  private static void setCustomersPassword(UUID customer, String passwordHash) {
    CustomerPasswordRow row =
        Rows.find(CustomerPasswordRow.class, customer).orElseGet(CustomerPasswordRow::new);
    row.customerId = customer;
    row.passwordHash = passwordHash;
    row.persistAndFlush();
  }

  private static Credential credential(AdministratorRow row) {
    return new Credential(new Subject.Administrator(new UserId(row.id)), row.passwordHash);
  }
}
