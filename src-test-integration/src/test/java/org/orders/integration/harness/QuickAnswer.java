package org.orders.integration.harness;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.net.http.HttpResponse;

/** An answer that came through the client for hundreds of requests at once. */
public final class QuickAnswer {

  private static final JsonPathConfig EXACT =
      JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL);

  private final HttpResponse<String> response;

  QuickAnswer(HttpResponse<String> response) {
    this.response = response;
  }

  /** The status code. */
  public int status() {
    return response.statusCode();
  }

  /** The body as text. */
  public String body() {
    return response.body();
  }

  /** A header's first value, empty where there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** A text in the body, by its path. */
  public String text(String path) {
    return new JsonPath(response.body()).using(EXACT).getString(path);
  }

  /** The slug of a problem, empty where the answer is none. */
  public String problem() {
    return header("Content-Type").startsWith("application/problem+json")
        ? text("type").replace("/problems/", "")
        : "";
  }

  @Override
  public String toString() {
    return status() + " " + body();
  }
}
