package org.orders.application.access;

import static org.orders.application.access.Role.ADMIN;
import static org.orders.application.access.Role.CUSTOMER;
import static org.orders.application.access.Role.GUEST;
import static org.orders.application.access.Role.SERVICE;

import java.util.EnumSet;
import java.util.Set;

/**
 * The one table of which role may do what. Adapters check it before they read a request's body;
 * whose data it is about is decided by the handlers.
 */
public enum Operation {
  LOG_IN,
  REFRESH_SESSION,
  LOG_OUT(CUSTOMER, ADMIN, SERVICE),
  CHANGE_PASSWORD(CUSTOMER, ADMIN),
  REQUEST_PASSWORD_RESET,
  RESET_PASSWORD,
  ISSUE_CLIENT_TOKEN,
  READ_PUBLIC_KEYS,

  REGISTER_CUSTOMER,
  READ_CUSTOMER(CUSTOMER, ADMIN, SERVICE),
  CHANGE_CUSTOMER(CUSTOMER, ADMIN, SERVICE),
  DEACTIVATE_CUSTOMER(CUSTOMER, ADMIN),
  LIST_CUSTOMERS(ADMIN, SERVICE),
  LIST_ORDERS_OF_CUSTOMER(CUSTOMER, ADMIN, SERVICE),

  LIST_PRODUCTS,
  READ_PRODUCT,
  CREATE_PRODUCT(ADMIN),
  CHANGE_PRODUCT(ADMIN),
  DISCONTINUE_PRODUCT(ADMIN),
  ADJUST_INVENTORY(ADMIN, SERVICE),
  READ_INVENTORY(ADMIN),
  RECONCILE_INVENTORY(ADMIN),
  LIST_ALERTS(ADMIN),
  READ_ALERT(ADMIN),
  ACKNOWLEDGE_ALERT(ADMIN),
  READ_WISHES(ADMIN),
  CHANGE_WISHES(ADMIN),
  IMPORT_PRODUCTS(ADMIN),
  READ_IMPORTS(ADMIN),

  PLACE_ORDER,
  PREVIEW_ORDER,
  READ_ORDER(CUSTOMER, GUEST, ADMIN, SERVICE),
  CHANGE_ORDER(CUSTOMER, GUEST, ADMIN, SERVICE),
  CANCEL_ORDER(CUSTOMER, GUEST, ADMIN, SERVICE),
  LIST_ORDERS(ADMIN, SERVICE),
  READ_ORDER_AS_STAFF(ADMIN, SERVICE),
  ADMINISTER_ORDER(ADMIN),

  PAY_ORDER(CUSTOMER, GUEST, ADMIN, SERVICE),
  READ_PAYMENT(CUSTOMER, GUEST, ADMIN, SERVICE),
  CAPTURE_PAYMENT(ADMIN),
  REFUND_PAYMENT(ADMIN, SERVICE),
  HEAR_GATEWAY,
  LIST_PAYMENTS(ADMIN, SERVICE),

  FULFIL_ORDER(ADMIN, SERVICE),
  READ_SHIPMENT(CUSTOMER, GUEST, ADMIN, SERVICE),
  READ_LABEL(ADMIN, SERVICE),
  HEAR_CARRIER,
  ADMINISTER_ORDERS_IN_BULK(ADMIN),

  REQUEST_RETURN(CUSTOMER, GUEST, ADMIN, SERVICE),
  READ_RETURN(CUSTOMER, GUEST, ADMIN),
  LIST_RETURNS(ADMIN),
  DECIDE_RETURN(ADMIN),

  LIST_JOBS(ADMIN),
  READ_JOB(ADMIN),
  RETRY_JOB(ADMIN);

  private final Set<Role> roles;

  /** An operation for these roles; without any, for everybody. */
  Operation(Role... roles) {
    this.roles = roles.length == 0 ? EnumSet.allOf(Role.class) : EnumSet.copyOf(Set.of(roles));
  }

  /** Whether callers need not say who they are. */
  public boolean isPublic() {
    return roles.contains(Role.ANONYMOUS);
  }

  /**
   * Whether its callers prove who they are by signing what they say. They speak for many customers
   * at once and are not counted as guests.
   */
  public boolean isSigned() {
    return this == HEAR_GATEWAY || this == HEAR_CARRIER;
  }

  public boolean isOpenTo(Role role) {
    return roles.contains(role);
  }
}
