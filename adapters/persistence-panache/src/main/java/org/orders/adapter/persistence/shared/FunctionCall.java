package org.orders.adapter.persistence.shared;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.persistence.shared.SqlRow.Mapper;

/**
 * A call of a function of the database that answers one row, with its arguments by name. Every
 * argument says its type, also where it is null: the driver asks the server for those it does not
 * know, and from then on makes a round trip more for every call.
 */
public final class FunctionCall {

  private final String name;
  private final StringJoiner parameters = new StringJoiner(", ");
  private final List<Object> arguments = new ArrayList<>();

  public FunctionCall(String name) {
    this.name = name;
  }

  public FunctionCall with(String parameter, SqlArray argument) {
    return add(parameter, "?", argument);
  }

  public FunctionCall with(String parameter, Instant argument) {
    return add(parameter, "?", argument);
  }

  public FunctionCall with(String parameter, @Nullable String argument) {
    return add(parameter, "?", argument == null ? SqlNull.TEXT : argument);
  }

  public FunctionCall with(String parameter, @Nullable UUID argument) {
    return add(parameter, "?", argument == null ? SqlNull.UUID : argument);
  }

  public FunctionCall with(String parameter, @Nullable Long argument) {
    return add(parameter, "?", argument == null ? SqlNull.INT8 : argument);
  }

  public FunctionCall with(String parameter, SqlNull argument) {
    return add(parameter, "?", argument);
  }

  /** Adds an argument of the type jsonb. */
  public FunctionCall withJson(String parameter, @Nullable String json) {
    return add(parameter, "?::jsonb", json == null ? SqlNull.TEXT : json);
  }

  private FunctionCall add(String parameter, String placeholder, Object argument) {
    parameters.add(parameter + " => " + placeholder);
    arguments.add(argument);
    return this;
  }

  /** Calls the function and reads the row it answers. */
  public <T> T on(Sql sql, Mapper<T> mapper) throws SQLException {
    return sql.queryRow(
        "SELECT * FROM " + name + "(" + parameters + ")", mapper, arguments.toArray());
  }
}
