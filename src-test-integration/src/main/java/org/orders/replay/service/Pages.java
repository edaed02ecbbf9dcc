package org.orders.replay.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A list of the service, read page after page as far as somebody looks. */
final class Pages implements Iterator<JsonNode> {

  private static final int LIMIT = 200;

  private final Function<String, Answer> fetch;
  private final String path;
  private Iterator<JsonNode> page;
  private @Nullable String cursor;

  private Pages(String path, Function<String, Answer> fetch) {
    this.fetch = fetch;
    this.path = path + (path.contains("?") ? "&" : "?") + "limit=" + LIMIT;
    this.page = read(fetch.apply(this.path));
  }

  /** The items of a list, newest first. */
  static Stream<JsonNode> of(String path, Function<String, Answer> fetch) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages(path, fetch), Spliterator.ORDERED), false);
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && cursor != null) {
      page = read(fetch.apply(path + "&cursor=" + cursor));
    }
    return page.hasNext();
  }

  @Override
  public JsonNode next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more items");
    }
    return page.next();
  }

  private Iterator<JsonNode> read(Answer answer) {
    JsonNode next = answer.body().path("nextCursor");
    cursor = next.isTextual() ? next.asText() : null;
    return answer.field("items").iterator();
  }
}
