package org.orders.application.access;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.EmailAddress;

/** Administrators' wishes in memory. */
public final class InMemoryWishRepository implements WishRepository {

  private final InMemoryTable<String, UserId> administrators;
  private final InMemoryTable<UserId, Wishes> wishes;

  public InMemoryWishRepository(InMemoryDatabase database) {
    this.administrators = database.table("administrators");
    this.wishes = database.table("wishes");
  }

  @Override
  public Optional<Wishes> find(UserId administrator) {
    return administrators.values().contains(administrator)
        ? Optional.of(wishes.find(administrator).orElse(Wishes.NONE))
        : Optional.empty();
  }

  @Override
  public Optional<Wishes> lock(UserId administrator) {
    wishes.lock(administrator);
    return find(administrator);
  }

  @Override
  public void save(UserId administrator, Wishes chosen) {
    wishes.put(administrator, chosen);
  }

  @Override
  public void suggest(String username, EmailAddress email) {
    administrators.find(username).ifPresent(id -> wishes.putIfAbsent(id, new Wishes(email, true)));
  }

  @Override
  public List<UserId> wantingLowStock() {
    return wishes.rows().entrySet().stream()
        .filter(row -> row.getValue().lowStock())
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(UserId::value))
        .toList();
  }
}
