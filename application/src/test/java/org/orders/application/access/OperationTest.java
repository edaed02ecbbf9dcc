package org.orders.application.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationTest {

  @Test
  void theTableIsTheSpecification() {
    String table =
        Arrays.stream(Operation.values())
            .map(operation -> "%-24s %s%n".formatted(operation, roles(operation)))
            .collect(Collectors.joining())
            .replace("\r\n", "\n");

    assertThat(table)
        .isEqualTo(
            """
            LOG_IN                   everybody
            REFRESH_SESSION          everybody
            LOG_OUT                  CUSTOMER, ADMIN, SERVICE
            CHANGE_PASSWORD          CUSTOMER, ADMIN
            REQUEST_PASSWORD_RESET   everybody
            RESET_PASSWORD           everybody
            ISSUE_CLIENT_TOKEN       everybody
            READ_PUBLIC_KEYS         everybody
            REGISTER_CUSTOMER        everybody
            READ_CUSTOMER            CUSTOMER, ADMIN, SERVICE
            CHANGE_CUSTOMER          CUSTOMER, ADMIN, SERVICE
            DEACTIVATE_CUSTOMER      CUSTOMER, ADMIN
            LIST_CUSTOMERS           ADMIN, SERVICE
            LIST_ORDERS_OF_CUSTOMER  CUSTOMER, ADMIN, SERVICE
            LIST_PRODUCTS            everybody
            READ_PRODUCT             everybody
            CREATE_PRODUCT           ADMIN
            CHANGE_PRODUCT           ADMIN
            DISCONTINUE_PRODUCT      ADMIN
            ADJUST_INVENTORY         ADMIN, SERVICE
            READ_INVENTORY           ADMIN
            RECONCILE_INVENTORY      ADMIN
            LIST_ALERTS              ADMIN
            READ_ALERT               ADMIN
            ACKNOWLEDGE_ALERT        ADMIN
            READ_WISHES              ADMIN
            CHANGE_WISHES            ADMIN
            IMPORT_PRODUCTS          ADMIN
            READ_IMPORTS             ADMIN
            PLACE_ORDER              everybody
            PREVIEW_ORDER            everybody
            READ_ORDER               GUEST, CUSTOMER, ADMIN, SERVICE
            CHANGE_ORDER             GUEST, CUSTOMER, ADMIN, SERVICE
            CANCEL_ORDER             GUEST, CUSTOMER, ADMIN, SERVICE
            LIST_ORDERS              ADMIN, SERVICE
            READ_ORDER_AS_STAFF      ADMIN, SERVICE
            ADMINISTER_ORDER         ADMIN
            PAY_ORDER                GUEST, CUSTOMER, ADMIN, SERVICE
            READ_PAYMENT             GUEST, CUSTOMER, ADMIN, SERVICE
            CAPTURE_PAYMENT          ADMIN
            REFUND_PAYMENT           ADMIN, SERVICE
            HEAR_GATEWAY             everybody
            LIST_PAYMENTS            ADMIN, SERVICE
            FULFIL_ORDER             ADMIN, SERVICE
            READ_SHIPMENT            GUEST, CUSTOMER, ADMIN, SERVICE
            READ_LABEL               ADMIN, SERVICE
            HEAR_CARRIER             everybody
            ADMINISTER_ORDERS_IN_BULK ADMIN
            REQUEST_RETURN           GUEST, CUSTOMER, ADMIN, SERVICE
            READ_RETURN              GUEST, CUSTOMER, ADMIN
            LIST_RETURNS             ADMIN
            DECIDE_RETURN            ADMIN
            LIST_JOBS                ADMIN
            READ_JOB                 ADMIN
            RETRY_JOB                ADMIN
            """);
  }

  @Test
  void whatIsPublicIsOpenToThoseWhoSayNothing() {
    assertThat(Operation.LIST_PRODUCTS.isPublic()).isTrue();
    assertThat(Operation.READ_ORDER.isPublic()).isFalse();
  }

  @Test
  void whatGatewaysAndCarriersSayIsProvedByTheirSignature() {
    assertThat(Operation.HEAR_GATEWAY.isSigned()).isTrue();
    assertThat(Operation.HEAR_CARRIER.isSigned()).isTrue();
    assertThat(Operation.PLACE_ORDER.isSigned()).isFalse();
  }

  private static String roles(Operation operation) {
    return operation.isPublic()
        ? "everybody"
        : Arrays.stream(Role.values())
            .filter(operation::isOpenTo)
            .map(Role::name)
            .collect(Collectors.joining(", "));
  }
}
