package org.orders.application.access;

import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.access.ClientId;
import org.orders.domain.access.UserId;
import org.orders.domain.customer.Customer;
import org.orders.domain.customer.CustomerId;

/** Names and password hashes in memory. */
public final class InMemoryCredentialRepository implements CredentialRepository {

  private final InMemoryDatabase database;
  private final InMemoryTable<CustomerId, Customer> customers;
  private final InMemoryTable<String, UserId> administrators;
  private final InMemoryTable<Subject, String> hashes;

  public InMemoryCredentialRepository(InMemoryDatabase database) {
    this.database = database;
    this.customers = database.table("customers");
    this.administrators = database.table("administrators");
    this.hashes = database.table("passwords");
  }

  @Override
  public Optional<Credential> findByUsername(String username) {
    return administrators
        .find(username)
        .<Subject>map(Subject.Administrator::new)
        .or(() -> account(username))
        .flatMap(this::find);
  }

  @Override
  public Optional<Credential> findByClientId(String clientId) {
    return find(new Subject.Service(new ClientId(clientId)));
  }

  @Override
  public Optional<Credential> find(Subject subject) {
    return hashes
        .find(subject)
        .filter(hash -> mayComeIn(subject))
        .map(hash -> new Credential(subject, hash));
  }

  @Override
  public void setPassword(Subject subject, String passwordHash) {
    hashes.put(subject, passwordHash);
  }

  @Override
  public boolean administratorExists(UserId id) {
    return administrators.values().contains(id);
  }

  @Override
  public boolean anyAdministratorExists() {
    return !administrators.values().isEmpty();
  }

  @Override
  public boolean addAdministrator(UserId id, String username, String passwordHash) {
    return database.run(
        () -> {
          boolean added = administrators.putIfAbsent(username, id);
          if (added) {
            hashes.put(new Subject.Administrator(id), passwordHash);
          }
          return added;
        });
  }

  @Override
  public void putServiceClient(String clientId, String secretHash) {
    hashes.put(new Subject.Service(new ClientId(clientId)), secretHash);
  }

  private Optional<Subject> account(String email) {
    return customers.values().stream()
        .filter(InMemoryCredentialRepository::isActiveAccount)
        .filter(customer -> customer.profile().email().value().equalsIgnoreCase(email))
        .<Subject>map(customer -> new Subject.Customer(customer.id()))
        .findFirst();
  }

  private boolean mayComeIn(Subject subject) {
    return !(subject instanceof Subject.Customer(var id))
        || customers.find(id).filter(InMemoryCredentialRepository::isActiveAccount).isPresent();
  }

  private static boolean isActiveAccount(Customer customer) {
    return customer.kind() == Customer.Kind.ACCOUNT && customer.isActive();
  }
}
