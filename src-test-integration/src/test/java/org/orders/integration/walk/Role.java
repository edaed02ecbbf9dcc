package org.orders.integration.walk;

import static org.orders.integration.harness.Answers.accepted;

import org.orders.integration.harness.Caller;
import org.orders.integration.harness.RunningService;
import org.orders.integration.harness.Shop;

/** As who somebody calls, the mightiest first. */
enum Role {
  ADMIN,
  SERVICE,
  CUSTOMER,
  GUEST,
  ANONYMOUS;

  /** Somebody in this role who has no things of their own, in the session that many share. */
  Caller caller(Shop shop) {
    return switch (this) {
      case ADMIN -> shop.bearer(String.valueOf(shop.admin().accessToken()));
      case SERVICE -> shop.bearer(String.valueOf(shop.service().accessToken()));
      case CUSTOMER, GUEST -> throw new IllegalArgumentException(name());
      case ANONYMOUS -> shop.anyone();
    };
  }

  /** The same in a session of their own, which may be ended. */
  Caller inOwnSession(Shop shop) {
    return switch (this) {
      case ADMIN ->
          shop.bearer(
              accepted(
                      shop.login(RunningService.ADMIN_USERNAME, RunningService.ADMIN_PASSWORD), 200)
                  .path("accessToken"));
      case SERVICE ->
          shop.bearer(
              accepted(
                      shop.clientCredentials(
                          RunningService.SERVICE_CLIENT_ID, RunningService.SERVICE_CLIENT_SECRET),
                      200)
                  .path("access_token"));
      case CUSTOMER, GUEST, ANONYMOUS -> caller(shop);
    };
  }
}
