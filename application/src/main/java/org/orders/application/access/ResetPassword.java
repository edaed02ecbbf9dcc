package org.orders.application.access;

/** Gives somebody another password who proves by a mail's token that the account is theirs. */
public interface ResetPassword {

  /**
   * Ends all sessions of the customer, and uses up all tokens that were sent to them.
   *
   * @throws ResetTokenInvalid when the token is none, was used, or is too old
   */
  void reset(String token, Password newPassword);
}
