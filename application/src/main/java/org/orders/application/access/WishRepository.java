package org.orders.application.access;

import java.util.List;
import java.util.Optional;
import org.orders.domain.access.UserId;
import org.orders.domain.shared.EmailAddress;

/** Where administrators' wishes are kept. All methods take part in the caller's transaction. */
public interface WishRepository {

  /** An administrator's wishes; nothing where there is no such administrator. */
  Optional<Wishes> find(UserId administrator);

  /** The same, held against others who change them until the transaction ends. */
  Optional<Wishes> lock(UserId administrator);

  /** Replaces the wishes of an administrator, who exists. */
  void save(UserId administrator, Wishes wishes);

  /** Gives the administrator with this name an address and all mails, unless they ever chose. */
  void suggest(String username, EmailAddress email);

  /** Those who want to hear of low stock, and of whatever else is wrong with stock. */
  List<UserId> wantingLowStock();
}
