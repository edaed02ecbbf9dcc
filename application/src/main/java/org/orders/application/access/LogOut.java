package org.orders.application.access;

/** Ends the caller's session. */
public interface LogOut {

  /** Refuses the session's tokens from now on: here at once, on other replicas within seconds. */
  void logOut(Caller caller);
}
