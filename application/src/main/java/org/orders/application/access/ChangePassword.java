package org.orders.application.access;

/** Gives the caller another password. */
public interface ChangePassword {

  /**
   * Ends all the caller's other sessions.
   *
   * @throws InvalidCredentials when the present password is another one
   */
  void change(Caller caller, String currentPassword, Password newPassword);
}
