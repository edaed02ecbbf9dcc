package org.orders.adapter.persistence.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.orders.adapter.persistence.shared.Database;
import org.orders.adapter.persistence.shared.SqlNull;
import org.orders.application.access.WishRepository;
import org.orders.application.access.Wishes;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.EmailAddress;

/** Administrators' wishes, beside their credentials. */
@ApplicationScoped
public class PostgresWishRepository implements WishRepository {

  private final Database database;

  PostgresWishRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Wishes> find(UserId administrator) {
    return find(administrator, "");
  }

  @Override
  public Optional<Wishes> lock(UserId administrator) {
    return find(administrator, " FOR NO KEY UPDATE");
  }

  private Optional<Wishes> find(UserId administrator, String lock) {
    return database.run(
        sql ->
            sql.queryOne(
                "SELECT email, coalesce(low_stock_mail, false) AS low_stock FROM administrator"
                    + " WHERE id = ?"
                    + lock,
                row -> {
                  String email = row.textOrNull("email");
                  return new Wishes(
                      email == null ? null : new EmailAddress(email), row.flag("low_stock"));
                },
                administrator.value()));
  }

  @Override
  public void save(UserId administrator, Wishes wishes) {
    EmailAddress email = wishes.email();
    database.run(
        sql ->
            sql.update(
                "UPDATE administrator SET email = ?, low_stock_mail = ? WHERE id = ?",
                email == null ? SqlNull.TEXT : email.value(),
                wishes.lowStock(),
                administrator.value()));
  }

  @Override
  public void suggest(String username, EmailAddress email) {
    database.run(
        sql ->
            sql.update(
                "UPDATE administrator SET email = ?, low_stock_mail = true"
                    + " WHERE username = ? AND low_stock_mail IS NULL",
                email.value(),
                username));
  }

  @Override
  public List<UserId> wantingLowStock() {
    return database.run(
        sql ->
            sql.query(
                "SELECT id FROM administrator WHERE low_stock_mail ORDER BY id",
                row -> new UserId(row.uuid("id"))));
  }
}
