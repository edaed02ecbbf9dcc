package org.orders.adapter.persistence.order;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orders.adapter.persistence.shared.Conditions;
import org.orders.adapter.persistence.shared.SearchText;
import org.orders.adapter.persistence.shared.Sql;

/**
 * What somebody typed to find an order: a number, a reference, an id, an e-mail address, or a part
 * of a name. All but the name are found through an index; hence where the text looks like one of
 * them and there is such an order, names are not looked at.
 */
final class OrderSearch {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern UNLIKE_A_NAME = Pattern.compile("[0-9@]");

  private final SearchText text;
  private final List<String> direct = new ArrayList<>();
  private final List<Object> arguments = new ArrayList<>();

  OrderSearch(String typed) {
    text = new SearchText(typed);
    add("o.number LIKE ?", text.leading());
    add("o.reference_key LIKE ?", new SearchText(OrderRow.key(typed)).leading());
    add("o.contact_email_key = ?", typed.toLowerCase(Locale.ROOT));
    if (ID.matcher(typed).matches()) {
      add("o.id = ?", UUID.fromString(typed));
    }
  }

  boolean canMatch() {
    return text.canMatch();
  }

  void addTo(Conditions conditions, Sql sql) throws SQLException {
    if (!UNLIKE_A_NAME.matcher(text.value()).find()) {
      add("o.contact_name ILIKE ?", text.contained());
      conditions.and(String.join(" OR ", direct), arguments.toArray());
    } else if (findsSomething(sql)) {
      conditions.and(String.join(" OR ", direct), arguments.toArray());
    } else {
      conditions.and("o.contact_name ILIKE ?", text.contained());
    }
  }

  /** Asks for each by itself, so that each goes through its own index. */
  private boolean findsSomething(Sql sql) throws SQLException {
    String exists =
        direct.stream()
            .map(condition -> "EXISTS (SELECT FROM customer_order o WHERE " + condition + ")")
            .collect(Collectors.joining(" OR "));
    return sql.queryPlanned(
            "SELECT " + exists + " AS found", row -> row.flag("found"), arguments.toArray())
        .getFirst();
  }

  private void add(String condition, Object argument) {
    direct.add(condition);
    arguments.add(argument);
  }
}
