package org.orders.replay.file;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the columns of an invoice file stand, and how a field of each is read. */
final class Columns {

  /** The columns the replay needs; the date is not one, because invoices go in file order. */
  private enum Column {
    INVOICE("invoiceno", "invoice"),
    CODE("stockcode", "stockcode"),
    DESCRIPTION("description", "description"),
    QUANTITY("quantity", "quantity"),
    PRICE("unitprice", "price"),
    CUSTOMER("customerid", "customerid"),
    COUNTRY("country", "country");

    private final String first;
    private final String second;

    /** The names in the two editions of the data, in lower case without spaces. */
    Column(String first, String second) {
      this.first = first;
      this.second = second;
    }

    boolean isCalled(String heading) {
      String name = heading.replaceAll("[\\s_]", "").toLowerCase(Locale.ROOT);
      return name.equals(first) || name.equals(second);
    }
  }

  private static final BigDecimal LARGEST_QUANTITY = BigDecimal.valueOf(100_000_000);
  private static final BigDecimal LARGEST_PRICE = BigDecimal.valueOf(1_000_000_000);
  private static final int MOST_DECIMALS = 30;
  private static final Set<String> NOBODY = Set.of("", "nan", "null", "none", "na", "n/a");

  private static final Pattern ZERO = Pattern.compile("0+(\\.0*)?");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("^0*([1-9][0-9]*)(\\.0*)?$");

  /** The customer's id becomes part of an e-mail address. */
  private static final Pattern FIT_FOR_AN_ADDRESS =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

  private final Map<Column, Integer> positions;
  private final int width;

  private Columns(Map<Column, Integer> positions, int width) {
    this.positions = positions;
    this.width = width;
  }

  /** Finds the columns by their names in the header. */
  static Columns named(List<String> header) {
    Map<Column, Integer> positions = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      for (int i = 0; i < header.size(); i++) {
        if (column.isCalled(header.get(i))) {
          positions.putIfAbsent(column, i);
        }
      }
      if (!positions.containsKey(column)) {
        throw new UnfitFile(
            "the first line names no column " + column.name().toLowerCase(Locale.ROOT));
      }
    }
    return new Columns(positions, header.size());
  }

  Row row(CsvRecords.CsvLine line) throws UnreadableRow {
    List<String> fields = line.fields();
    if (fields.isEmpty()) {
      throw new UnreadableRow("no CSV: a quote is never closed or closes too early");
    }
    if (fields.size() != width) {
      throw new UnreadableRow(fields.size() + " fields where the header has " + width);
    }
    String invoice = field(fields, Column.INVOICE);
    if (invoice.isEmpty()) {
      throw new UnreadableRow("no invoice number");
    }
    return new Row(
        line.number(),
        invoice,
        field(fields, Column.CODE),
        field(fields, Column.DESCRIPTION),
        quantity(field(fields, Column.QUANTITY)),
        price(field(fields, Column.PRICE)),
        customer(field(fields, Column.CUSTOMER)),
        field(fields, Column.COUNTRY));
  }

  private String field(List<String> fields, Column column) {
    int position = Objects.requireNonNull(positions.get(column));
    return fields.get(position).replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static long quantity(String text) throws UnreadableRow {
    BigDecimal number = number(text, "quantity");
    if (number.abs().compareTo(LARGEST_QUANTITY) > 0) {
      throw new UnreadableRow("a quantity of more than " + LARGEST_QUANTITY);
    }
    if (number.stripTrailingZeros().scale() > 0) {
      throw new UnreadableRow("a fraction of a piece: quantity " + text);
    }
    return number.longValueExact();
  }

  private static BigDecimal price(String text) throws UnreadableRow {
    BigDecimal number = number(text, "unit price");
    if (number.abs().compareTo(LARGEST_PRICE) > 0 || number.scale() > MOST_DECIMALS) {
      throw new UnreadableRow("a unit price out of range: " + text);
    }
    return number;
  }

  private static BigDecimal number(String text, String what) throws UnreadableRow {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException notANumber) {
      throw new UnreadableRow("no number as " + what + ": '" + text + "'");
    }
  }

  /** Spreadsheets turn the whole number into 17850.0 and the empty field into 0.0. */
  private static @Nullable String customer(String text) {
    if (NOBODY.contains(text.toLowerCase(Locale.ROOT)) || ZERO.matcher(text).matches()) {
      return null;
    }
    String id = WHOLE_NUMBER.matcher(text).replaceFirst("$1");
    return FIT_FOR_AN_ADDRESS.matcher(id).matches() ? id : null;
  }
}
