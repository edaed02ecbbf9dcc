package org.orders.adapter.rest.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;

/** A body that is what it says, and not packed into something else. */
public final class PlainBody {

  private PlainBody() {}

  /**
   * Refuses what would have to be unpacked first.
   *
   * @param encodings the request's {@code Content-Encoding} fields
   */
  public static void require(@Nullable List<String> encodings) {
    if (encodings != null && !encodings.stream().allMatch(PlainBody::isPlain)) {
      throw new HttpFailure(HttpProblem.ENCODED_BODY);
    }
  }

  private static boolean isPlain(String encoding) {
    return encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
  }
}
