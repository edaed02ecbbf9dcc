package org.orders.adapter.rest.problem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pages that problem types lead to: an HTML fragment each, whose first line is its title, in
 * the order in which {@code problems/index.txt} lists them.
 */
public final class ProblemPages {

  private static final Map<String, Page> PAGES = load();

  private record Page(String title, String fragment) {}

  private ProblemPages() {}

  /** What the problem is called. */
  public static String title(String code) {
    Page page = PAGES.get(code);
    return page == null ? code : page.title;
  }

  /** All problems, as a page. */
  static String list() {
    StringBuilder list = new StringBuilder("<h1>Problems</h1>\n<ul>\n");
    PAGES.forEach(
        (code, page) ->
            list.append(
                "<li><a href=\"/problems/%s\">%s</a>: %s</li>\n"
                    .formatted(code, code, page.title)));
    return page("Problems", list.append("</ul>\n").toString());
  }

  /** The page of one problem; nothing where there is no such problem. */
  static @Nullable String page(String code) {
    Page page = PAGES.get(code);
    return page == null
        ? null
        : page(
            page.title,
            "<h1>%s</h1>\n<p><code>%s</code></p>\n%s<p><a href=\"/problems\">All problems</a></p>\n"
                .formatted(page.title, code, page.fragment));
  }

  private static String page(String title, String content) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <style>body{max-width:40em;margin:2em auto;padding:0 1em;font:1em/1.5 sans-serif}</style>
        </head>
        <body>
        %s</body>
        </html>
        """
        .formatted(title, content);
  }

  private static Map<String, Page> load() {
    Map<String, Page> pages = new LinkedHashMap<>();
    for (String code : read("index.txt").lines().toList()) {
      String[] parts = read(code + ".html").split("\n", 2);
      pages.put(code, new Page(parts[0].strip(), parts[1].strip() + "\n"));
    }
    return Collections.unmodifiableMap(pages);
  }

  private static String read(String name) {
    try (InputStream file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("problems/" + name)) {
      if (file == null) {
        throw new IllegalStateException("no such page: " + name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
