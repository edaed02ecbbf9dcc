package org.orders.adapter.persistence.shared;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;

/** The columns that hold a postal address, which have the same names in every table. */
public final class AddressColumns {

  private AddressColumns() {}

  public static Address read(SqlRow row) throws SQLException {
    return new Address(
        row.text("line1"),
        row.textOrNull("line2"),
        row.text("city"),
        row.textOrNull("region"),
        row.text("postal_code"),
        new CountryCode(row.text("country")));
  }

  /** Adds the columns to a row that is written as JSON. */
  public static void write(Address address, ObjectNode row) {
    row.put("line1", address.line1())
        .put("line2", address.line2())
        .put("city", address.city())
        .put("region", address.region())
        .put("postal_code", address.postalCode())
        .put("country", address.country().value());
  }
}
