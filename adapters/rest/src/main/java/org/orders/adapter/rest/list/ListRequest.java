package org.orders.adapter.rest.list;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.json.Ids;
import org.orders.application.shared.Fingerprints;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.domain.shared.CardNumbers;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** Reads what the present request wants of a list, and answers it a page at a time. */
@Singleton
public class ListRequest {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final int MAX_TEXT = 200;
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final HttpServerRequest request;
  private final Answers answers;
  private final Fingerprints fingerprints;

  @Inject
  ListRequest(HttpServerRequest request, Answers answers, Fingerprints fingerprints) {
    this.request = request;
    this.answers = answers;
    this.fingerprints = fingerprints;
  }

  /**
   * Answers a page.
   *
   * @param filters the names of the query parameters that select what is in the list
   */
  public <T> Response page(
      List<String> filters, Function<PageRequest, Page<T>> read, Function<T, Object> item) {
    return page(filters, read, item, answers::plain);
  }

  /** Answers a page that has a tag, or nothing but the tag where the caller has that page. */
  public <T> Response conditionalPage(
      List<String> filters, Function<PageRequest, Page<T>> read, Function<T, Object> item) {
    return page(filters, read, item, answers::found);
  }

  private <T> Response page(
      List<String> filters,
      Function<PageRequest, Page<T>> read,
      Function<T, Object> item,
      Function<Object, Response> answer) {
    TreeMap<String, String> given = given(filters);
    Page<T> page = read.apply(asked(given));
    String next = page.next() == null ? null : cursors(given).write(page.next());
    Response response = answer.apply(new ListJson(page.map(item).items(), next, page.total()));
    // Whoever has the page already has its link, too.
    return next == null || response.getStatus() != 200
        ? response
        : Response.fromResponse(response).header("Link", link(given, next)).build();
  }

  /**
   * Looks at what is said of a page where the whole list is answered in its place.
   *
   * @throws InvalidValue when it would be refused for a page
   */
  public void refuseBrokenPage(List<String> filters) {
    asked(given(filters));
  }

  private PageRequest asked(TreeMap<String, String> given) {
    return new PageRequest(limit(), after(cursors(given)), flag("count"));
  }

  private Cursor cursors(TreeMap<String, String> given) {
    return new Cursor(fingerprints, request.path() + "?" + query(given));
  }

  /** Answers a page of a list that is there as a whole, because it is never long. */
  public <T> Response page(List<T> whole, Function<T, Object> item) {
    return page(List.of(), request -> slice(whole, request), item);
  }

  private static <T> Page<T> slice(List<T> whole, PageRequest page) {
    int from =
        page.after() == null ? 0 : Math.min(Integer.parseInt(page.after().value()), whole.size());
    int to = Math.min(from + page.limit(), whole.size());
    return new Page<>(
        whole.subList(from, to),
        to < whole.size() ? new PageRequest.Position(Integer.toString(to)) : null,
        page.count() ? (long) whole.size() : null);
  }

  public @Nullable String text(String name) {
    String value = value(name);
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.codePointCount(0, value.length()) > MAX_TEXT) {
      throw invalid(name, "must be at most 200 characters");
    }
    if (!Ids.isStorable(value)) {
      throw invalid(name, "must not contain the character U+0000");
    }
    // The link to the next page repeats it.
    if (CardNumbers.standInCode(value)) {
      throw invalid(name, CardNumbers.REFUSAL);
    }
    return value;
  }

  public @Nullable UUID id(String name) {
    String value = value(name);
    return value == null
        ? null
        : Ids.parse(value).orElseThrow(() -> invalid(name, "must be a UUID"));
  }

  public @Nullable Instant time(String name) {
    String value = value(name);
    if (value == null) {
      return null;
    }
    try {
      // A plus sign that was not encoded arrives as a space.
      Instant time = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
      if (time.isAfter(LATEST) || time.isBefore(EARLIEST)) {
        throw invalid(name, "must be between the years 0001 and 9999");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw invalid(name, "must be a time as in RFC 3339, such as 2026-01-31T12:00:00Z");
    }
  }

  public <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String value = value(name);
    if (value == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return constant;
      }
    }
    throw invalid(name, "must be one of " + List.of(type.getEnumConstants()));
  }

  public boolean flag(String name) {
    return switch (value(name)) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default -> throw invalid(name, "must be true or false");
    };
  }

  private int limit() {
    String value = value("limit");
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    int limit = value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : 0;
    if (limit < 1 || limit > MAX_LIMIT) {
      throw invalid("limit", "must be from 1 to 200");
    }
    return limit;
  }

  private PageRequest.@Nullable Position after(Cursor cursors) {
    String value = value("cursor");
    return value == null
        ? null
        : cursors
            .read(value)
            .orElseThrow(() -> invalid("cursor", "is not a cursor of this list and its filters"));
  }

  private TreeMap<String, String> given(List<String> filters) {
    TreeMap<String, String> given = new TreeMap<>();
    for (String name : filters) {
      String value = value(name);
      if (value != null) {
        given.put(name, value);
      }
    }
    return given;
  }

  private String link(TreeMap<String, String> filters, String next) {
    TreeMap<String, String> query = new TreeMap<>(filters);
    query.put("cursor", next);
    for (String name : List.of("limit", "count")) {
      String value = value(name);
      if (value != null) {
        query.put(name, value);
      }
    }
    return "<" + request.path() + "?" + query(query) + ">; rel=\"next\"";
  }

  private static String query(TreeMap<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private @Nullable String value(String name) {
    MultiMap parameters = request.params();
    List<String> values = parameters.getAll(name);
    if (values.size() > 1) {
      throw invalid(name, "must be given once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static InvalidValue invalid(String name, String detail) {
    return new InvalidValue(List.of(new Violation("/query/" + name, detail)));
  }
}
