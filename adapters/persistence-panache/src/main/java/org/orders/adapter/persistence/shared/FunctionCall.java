package org.orders.adapter.persistence.shared;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.SqlRow.Mapper;

/** A call of a function of the database that answers one row, with its arguments by name. */
public final class FunctionCall {

  private final String name;
  private final StringJoiner parameters = new StringJoiner(", ");
  private final List<@Nullable Object> arguments = new ArrayList<>();

  public FunctionCall(String name) {
    this.name = name;
  }

  public FunctionCall with(String parameter, @Nullable Object argument) {
    parameters.add(parameter + " => ?");
    arguments.add(argument);
    return this;
  }

  /** Calls the function and reads the row it answers. */
  public <T> T on(Sql sql, Mapper<T> mapper) throws SQLException {
    return sql.queryRow(
        "SELECT * FROM " + name + "(" + parameters + ")", mapper, arguments.toArray());
  }
}
