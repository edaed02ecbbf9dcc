package org.orders.adapter.persistence.order;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orders.adapter.persistence.shared.Sql;
import org.orders.adapter.persistence.shared.SqlArray;
import org.orders.adapter.persistence.shared.SqlRow;
import org.orders.domain.order.OrderItemId;
import org.orders.domain.order.Pieces;

/** Pieces of an order as two arrays say them: of which line, and how many. */
public final class PiecesColumns {

  private PiecesColumns() {}

  /** Columns that hold the lines of a table, for {@link #read}. */
  public static String columns(String table, String owner, String id) {
    String rows = " FROM %s l WHERE l.%s = %s ORDER BY l.position)".formatted(table, owner, id);
    return "ARRAY(SELECT l.item_id"
        + rows
        + " AS items, ARRAY(SELECT l.quantity"
        + rows
        + " AS quantities";
  }

  public static Pieces read(SqlRow row) throws SQLException {
    List<UUID> items = row.list("items", UUID.class);
    List<Integer> quantities = row.list("quantities", Integer.class);
    Map<OrderItemId, Integer> pieces = new LinkedHashMap<>();
    for (int index = 0; index < items.size(); index++) {
      pieces.put(new OrderItemId(items.get(index)), quantities.get(index));
    }
    return new Pieces(pieces);
  }

  /** Writes the lines of something new into a table. */
  public static void write(Sql sql, String table, String owner, UUID id, Pieces pieces)
      throws SQLException {
    List<Map.Entry<OrderItemId, Integer>> lines = List.copyOf(pieces.byItem().entrySet());
    sql.update(
        "INSERT INTO "
            + table
            + " ("
            + owner
            + ", position, item_id, quantity)"
            + " SELECT ?, w.position, w.item_id, w.quantity"
            + " FROM unnest(?, ?) WITH ORDINALITY AS w (item_id, quantity, position)",
        id,
        SqlArray.ofUuids(lines, line -> line.getKey().value()),
        SqlArray.ofInts(lines, Map.Entry::getValue));
  }
}
