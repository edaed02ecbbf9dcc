package org.orders.application.access;

import java.util.concurrent.atomic.AtomicInteger;

/** Passwords that are hashed in no time, and count how often they were compared. */
public final class PlainPasswords implements Passwords {

  private final AtomicInteger comparisons = new AtomicInteger();
  private Runnable meanwhile = () -> {};

  /** Comparing takes long: lets something happen during each from now on. */
  public void during(Runnable work) {
    meanwhile = work;
  }

  @Override
  public String hash(String password) {
    return "hash of " + password;
  }

  @Override
  public boolean matches(String password, String hash) {
    comparisons.incrementAndGet();
    meanwhile.run();
    return hash.equals(hash(password));
  }

  @Override
  public void matchNobody(String password) {
    comparisons.incrementAndGet();
  }

  public int comparisons() {
    return comparisons.get();
  }
}
