package org.orders.application.shared;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a command is kept from taking effect twice.
 *
 * @param claim the caller's key; nothing where they sent none
 * @param answer writes the answer that is kept beside the effect, in the same transaction; only the
 *     adapter that wrote it reads it
 */
public record Once<R>(@Nullable IdempotencyClaim claim, Function<R, String> answer) {

  /** A command that may take effect as often as it is sent. */
  public static <R> Once<R> unkeyed() {
    return new Once<>(null, result -> "");
  }

  /**
   * What came of a command.
   *
   * @param <R> the result
   */
  public sealed interface Outcome<R> {

    /** It took effect now. */
    record Done<R>(R result) implements Outcome<R> {}

    /** It had taken effect before; this is the answer that was given then. */
    record Replayed<R>(String answer) implements Outcome<R> {}
  }
}
