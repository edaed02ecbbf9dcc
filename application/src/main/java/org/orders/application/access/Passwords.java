package org.orders.application.access;

/** Hashes passwords, slowly on purpose; never on a thread that must not wait. */
public interface Passwords {

  String hash(String password);

  boolean matches(String password, String hash);

  /** Takes as long as {@link #matches} does, for a name that nobody has. */
  void matchNobody(String password);
}
