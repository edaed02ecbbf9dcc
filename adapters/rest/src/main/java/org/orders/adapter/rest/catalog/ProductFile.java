package org.orders.adapter.rest.catalog;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orders.adapter.rest.csv.Cells;
import org.orders.adapter.rest.csv.CsvRecords;
import org.orders.adapter.rest.csv.CsvRecords.Line;
import org.orders.adapter.rest.json.BodyReader;
import org.orders.adapter.rest.json.Complaints;
import org.orders.adapter.rest.json.Discretion;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.ImportLine;
import org.orders.application.catalog.ProductView;
import org.orders.domain.access.Actor;
import org.orders.domain.catalog.Product;
import org.orders.domain.shared.InvalidValue;

/**
 * Products as lines of a file: the same limits hold as for one that is sent as JSON, and what is
 * written is read back as it was.
 */
final class ProductFile implements Iterator<ImportLine> {

  static final List<String> COLUMNS =
      List.of("sku", "name", "description", "price", "currency", "inventory", "lowStockThreshold");

  /** Those that hold what people wrote. */
  static final Set<String> TEXTS = Set.of("sku", "name", "description");

  private static final Set<String> NEEDED =
      new TreeSet<>(Set.of("sku", "name", "price", "currency"));

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");
  private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,18}");
  private static final int SHOWN = 40;

  private final CsvRecords records;
  private final BodyReader reader;
  private final Actor actor;
  private final List<String> columns;

  /**
   * @throws InvalidValue when the first line does not name the columns
   */
  ProductFile(CsvRecords records, BodyReader reader, Actor actor) {
    this.records = records;
    this.reader = reader;
    this.actor = actor;
    this.columns = columns(records);
  }

  /** A product as a line. */
  static List<String> line(ProductView view) {
    Product product = view.product();
    return List.of(
        Cells.defused(product.sku().value()),
        Cells.defused(product.name().value()),
        Cells.defused(product.description()),
        product.price().amount().toPlainString(),
        product.currency().getCurrencyCode(),
        Long.toString(view.stock().available()),
        Integer.toString(product.lowStockThreshold()));
  }

  private static List<String> columns(CsvRecords records) {
    Complaints complaints = new Complaints();
    List<String> columns = List.of();
    if (records.hasNext()) {
      switch (records.next()) {
        case Line.Cells(_, var values) -> columns = values.stream().map(String::strip).toList();
        case Line.Unreadable(_, var detail) -> complaints.add("/line/1", detail);
      }
    }
    Set<String> seen = new TreeSet<>();
    for (String column : columns) {
      if (!COLUMNS.contains(column)) {
        complaints.add("/columns/" + shown(column), "is none of " + String.join(", ", COLUMNS));
      } else if (!seen.add(column)) {
        complaints.add("/columns/" + column, "must be there once");
      }
    }
    for (String needed : NEEDED) {
      if (!seen.contains(needed)) {
        complaints.add("/columns/" + needed, "must be there, on the first line");
      }
    }
    complaints.refuseAny();
    return columns;
  }

  /** A name that somebody made up, before anything is cut off by which a card would be known. */
  private static String shown(String text) {
    String visible = Discretion.withoutCardNumbers(text).replaceAll("[^\\p{Graph} ]", "?");
    return visible.length() <= SHOWN ? visible : visible.substring(0, SHOWN) + "...";
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public ImportLine next() {
    return switch (records.next()) {
      case Line.Unreadable(var number, var detail) -> new ImportLine.Bad(number, detail);
      case Line.Cells(var number, var values) -> {
        try {
          yield entry(number, values);
        } catch (InvalidValue invalid) {
          yield new ImportLine.Bad(
              number,
              invalid.violations().stream()
                  .map(it -> it.pointer().replaceFirst("^/", "") + ": " + it.detail())
                  .collect(Collectors.joining("; ")));
        }
      }
    };
  }

  private ImportLine entry(long number, List<String> values) {
    if (values.size() != columns.size()) {
      return new ImportLine.Bad(
          number, "has " + values.size() + " cells in place of " + columns.size());
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    for (int index = 0; index < values.size(); index++) {
      put(fields, columns.get(index), values.get(index));
    }
    NewProductJson sent = reader.read(NewProductJson.class, fields);
    CreateProduct.Command product = sent.toCommand(actor);
    return new ImportLine.Entry(
        number,
        product.sku(),
        product.name(),
        Optional.ofNullable(sent.description()),
        product.price(),
        Optional.ofNullable(sent.inventory()),
        Optional.ofNullable(sent.lowStockThreshold()));
  }

  private static void put(ObjectNode fields, String column, String cell) {
    if (cell.indexOf('\0') >= 0) {
      throw new InvalidValue(column, "must not contain the character U+0000");
    }
    if (cell.indexOf('\ufffd') >= 0) {
      throw new InvalidValue(column, "holds bytes that are no UTF-8");
    }
    switch (column) {
      case "price" -> {
        if (!AMOUNT.matcher(cell.strip()).matches()) {
          throw new InvalidValue(column, "must be a number such as 12.50");
        }
        fields.put(column, new BigDecimal(cell.strip()));
      }
      case "inventory", "lowStockThreshold" -> {
        // An empty cell says nothing, so that nobody loses stock by it.
        if (!cell.isBlank()) {
          if (!COUNT.matcher(cell.strip()).matches()) {
            throw new InvalidValue(column, "must be a whole number");
          }
          fields.put(column, Long.parseLong(cell.strip()));
        }
      }
      case "currency" -> fields.put(column, cell.strip());
      default -> fields.put(column, Cells.text(cell));
    }
  }
}
