package org.orders.application.access;

/** Lets somebody in who knows a password. */
public interface LogIn {

  /**
   * Tokens of a new session.
   *
   * @throws InvalidCredentials when name and password do not belong together, in the same time
   *     whether there is such a name or not
   * @throws TooManyRequests after too many failures
   */
  Tokens logIn(Command command);

  /**
   * @param username an administrator's name or a customer's e-mail
   * @param address where the caller is, for counting failures
   */
  record Command(String username, String password, String address) {

    /** Never shows the password. */
    @Override
    public String toString() {
      return "Command[***]";
    }
  }
}
