package org.orders.adapter.rest.answer;

import jakarta.ws.rs.core.Response;
import org.orders.adapter.rest.json.Json;

/**
 * A 2xx answer with a representation, in a form that can be kept and given again.
 *
 * @param location where the new thing is; empty where nothing is new
 * @param tag the representation's entity tag
 * @param body the representation
 */
public record Answer(int status, String location, String tag, String body) {

  public static Answer ok(Object representation) {
    String body = Json.write(representation);
    return new Answer(200, "", EntityTag.of(body), body);
  }

  public static Answer created(String location, Object representation) {
    String body = Json.write(representation);
    return new Answer(201, location, EntityTag.of(body), body);
  }

  /** Something new of which the last has not been heard. */
  public static Answer accepted(String location, Object representation) {
    String body = Json.write(representation);
    return new Answer(202, location, EntityTag.of(body), body);
  }

  /** The answer with one more text in its body that is not a part of the representation. */
  public Answer with(String name, String text) {
    return new Answer(status, location, tag, Json.with(body, name, text));
  }

  /** The form in which it is kept. */
  String recorded() {
    return status + "\n" + location + "\n" + tag + "\n" + body;
  }

  static Answer read(String recorded) {
    String[] parts = recorded.split("\n", 4);
    return new Answer(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]);
  }

  Response.ResponseBuilder response() {
    Response.ResponseBuilder response =
        Response.status(status)
            .header("Content-Type", "application/json")
            .header("ETag", tag)
            .header("Vary", "Authorization")
            .entity(body);
    return location.isEmpty() ? response : response.header("Location", location);
  }
}
