package org.orders.integration.harness;

import static org.orders.integration.harness.Answers.accepted;

import java.util.Map;

/** A customer with an account, calling with an access token of a session of their own. */
public final class SignedInCustomer extends Caller {

  private final Shop shop;
  private final String id;
  private final String email;
  private final String password;
  private final String refreshToken;

  private SignedInCustomer(
      Shop shop, String id, String email, String password, String access, String refresh) {
    super(shop.address(), () -> access, Map.of());
    this.shop = shop;
    this.id = id;
    this.email = email;
    this.password = password;
    this.refreshToken = refresh;
  }

  /** Opens a session for an account that exists. */
  static SignedInCustomer signIn(Shop shop, String id, String email, String password) {
    var session = accepted(shop.login(email, password), 200);
    return new SignedInCustomer(
        shop, id, email, password, session.path("accessToken"), session.path("refreshToken"));
  }

  /** The same customer in another session. */
  public SignedInCustomer inAnotherSession() {
    return signIn(shop, id, email, password);
  }

  /** The customer's id. */
  public String id() {
    return id;
  }

  /** The path of the customer's own record. */
  public String path() {
    return "/customers/" + id;
  }

  /** The e-mail address they sign in with. */
  public String email() {
    return email;
  }

  /** The password they sign in with. */
  public String password() {
    return password;
  }

  /** The refresh token of this session. */
  public String refreshToken() {
    return refreshToken;
  }

  /** The id of an order this customer has just placed. */
  public String placesOrder(Product product, int quantity) {
    return accepted(post("/orders", Shop.basket(product.times(quantity))), 201).path("id");
  }
}
