package org.orders.adapter.rest.problem;

/** What can be wrong with a request as HTTP, before it means anything to the shop. */
public enum HttpProblem {
  BAD_REQUEST(400, "bad-request", "The request is not well-formed HTTP."),
  NOT_FOUND(404, "not-found", "There is nothing here."),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This cannot be done here; see Allow."),
  NOT_ACCEPTABLE(406, "not-acceptable", "The answer is application/json."),
  BODY_TOO_LARGE(413, "body-too-large", "The body has more than 1 MB."),
  FILE_TOO_LARGE(413, "body-too-large", "The file has more than 200 MB."),
  URI_TOO_LONG(414, "uri-too-long", "The address is too long."),
  UNSUPPORTED_MEDIA_TYPE(
      415, "unsupported-media-type", "The body is not of a media type that is understood here."),
  ENCODED_BODY(415, "unsupported-media-type", "The body must be sent without a Content-Encoding."),
  HEADERS_TOO_LARGE(431, "headers-too-large", "The header fields are too large."),
  INTERNAL_ERROR(500, "internal-error", "Something went wrong here; it was logged."),
  UNAVAILABLE(503, "unavailable", "This cannot be done at the moment; try again soon.");

  private final int status;
  private final String code;
  private final String detail;

  HttpProblem(int status, String code, String detail) {
    this.status = status;
    this.code = code;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  /** The problem that says what a bare status says. */
  static HttpProblem ofStatus(int status) {
    for (HttpProblem problem : values()) {
      if (problem.status == status) {
        return problem;
      }
    }
    return status >= 500 ? INTERNAL_ERROR : BAD_REQUEST;
  }
}
