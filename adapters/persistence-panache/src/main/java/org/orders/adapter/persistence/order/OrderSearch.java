package org.orders.adapter.persistence.order;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
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
  private final List<Object> arguments = new ArrayList<>();
  private final String direct;

  OrderSearch(String typed) {
    text = new SearchText(typed);
    StringBuilder conditions =
        new StringBuilder(
            "o.number LIKE ? OR lower(o.reference) COLLATE \"C\" LIKE lower(?)"
                + " OR o.contact_email_key = ?");
    arguments.add(text.leading());
    arguments.add(text.leading());
    arguments.add(typed.toLowerCase(Locale.ROOT));
    if (ID.matcher(typed).matches()) {
      conditions.append(" OR o.id = ?");
      arguments.add(UUID.fromString(typed));
    }
    direct = conditions.toString();
  }

  boolean canMatch() {
    return text.canMatch();
  }

  void addTo(Conditions conditions, Sql sql) throws SQLException {
    if (!UNLIKE_A_NAME.matcher(text.value()).find()) {
      List<Object> all = new ArrayList<>(arguments);
      all.add(text.contained());
      conditions.and(direct + " OR o.contact_name ILIKE ?", all.toArray());
    } else if (findsSomething(sql)) {
      conditions.and(direct, arguments.toArray());
    } else {
      conditions.and("o.contact_name ILIKE ?", text.contained());
    }
  }

  private boolean findsSomething(Sql sql) throws SQLException {
    return !sql.queryPlanned(
            "SELECT 1 FROM customer_order o WHERE " + direct + " LIMIT 1",
            row -> true,
            arguments.toArray())
        .isEmpty();
  }
}
