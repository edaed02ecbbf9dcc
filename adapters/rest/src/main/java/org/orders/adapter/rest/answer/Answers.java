package org.orders.adapter.rest.answer;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.json.CanonicalJson;
import org.orders.adapter.rest.json.Json;
import org.orders.adapter.rest.json.ReceivedBody;
import org.orders.application.shared.Fingerprints;
import org.orders.application.shared.IdempotencyClaim;
import org.orders.application.shared.Once;
import org.orders.application.shared.Once.Outcome;
import org.orders.application.shared.Precondition;
import org.orders.application.shared.StaleVersion;

/** Answers the present request as its header fields ask for. */
@Singleton
public class Answers {

  /** What no fingerprint may depend on, because it could be guessed from it. */
  private static final Set<String> SECRETS = Set.of("password", "cvc", "number");

  private final HttpServerRequest request;
  private final ReceivedBody received;
  private final CurrentCaller caller;
  private final Fingerprints fingerprints;

  @Inject
  Answers(
      HttpServerRequest request,
      ReceivedBody received,
      CurrentCaller caller,
      Fingerprints fingerprints) {
    this.request = request;
    this.received = received;
    this.caller = caller;
    this.fingerprints = fingerprints;
  }

  /** A single thing as it is; nothing but its tag where the caller has it already. */
  public Response found(Object representation) {
    Answer answer = Answer.ok(representation);
    if (EntityTag.ifNoneMatchHas(header("If-None-Match"), answer.tag())) {
      return Response.notModified()
          .header("ETag", answer.tag())
          .header("Vary", "Authorization")
          .build();
    }
    return answer.response().build();
  }

  /** Something that has no version of its own. */
  public Response plain(Object content) {
    return Response.ok(Json.write(content))
        .header("Content-Type", "application/json")
        .header("Vary", "Authorization")
        .build();
  }

  /** Something that nobody on the way may keep. */
  public Response secret(Object content) {
    return Response.ok(Json.write(content))
        .header("Content-Type", "application/json")
        .header("Cache-Control", "no-store")
        .header("Pragma", "no-cache")
        .build();
  }

  /** Answers a command, which takes effect once for each {@code Idempotency-Key}. */
  public <C, R> Response once(
      C command, BiFunction<C, Once<R>, Outcome<R>> useCase, Function<R, Answer> answer) {
    return once(command, useCase, answer, UnaryOperator.identity());
  }

  /**
   * Answers a command, which takes effect once for each {@code Idempotency-Key}.
   *
   * @param answer what is answered, and kept under the key
   * @param completion adds what is never kept, such as tokens
   */
  public <C, R> Response once(
      C command,
      BiFunction<C, Once<R>, Outcome<R>> useCase,
      Function<R, Answer> answer,
      UnaryOperator<Answer> completion) {
    Rendering<R> rendering = new Rendering<>(answer);
    Once<R> once = new Once<>(claim(), result -> rendering.of(result).recorded());
    return switch (useCase.apply(command, once)) {
      case Outcome.Done<R>(var result) -> completion.apply(rendering.of(result)).response().build();
      case Outcome.Replayed<R>(var recorded) ->
          completion
              .apply(Answer.read(recorded))
              .response()
              .header("Idempotent-Replayed", "true")
              .build();
    };
  }

  /**
   * What the present request rests on: the version that {@code If-Match} names, and the fields that
   * were sent back although they cannot be changed.
   *
   * @param representation what this caller sees
   */
  public <T> Precondition<T> precondition(Function<T, Object> representation) {
    String ifMatch = header("If-Match");
    EntityTag.requireWellFormed(ifMatch);
    if (ifMatch == null && !received.repeatsFields()) {
      return Precondition.none();
    }
    return present -> {
      Object seen = representation.apply(present);
      if (ifMatch != null && !EntityTag.ifMatchAllows(ifMatch, EntityTag.of(Json.write(seen)))) {
        throw new StaleVersion();
      }
      received.requireRepeatedFieldsAsIn(seen);
    };
  }

  /** Renders a result once, although it is kept under a key and sent as well. */
  private static final class Rendering<R> {

    private final Function<R, Answer> answer;
    private @Nullable R rendered;
    private @Nullable Answer last;

    Rendering(Function<R, Answer> answer) {
      this.answer = answer;
    }

    @SuppressWarnings("ReferenceEquality") // Another attempt may have led to another result.
    Answer of(R result) {
      if (last == null || rendered != result) {
        rendered = result;
        last = answer.apply(result);
      }
      return last;
    }
  }

  private @Nullable IdempotencyClaim claim() {
    List<String> sent = request.headers().getAll("Idempotency-Key");
    if (sent.isEmpty()) {
      return null;
    }
    String key = IdempotencyKey.parse(sent, caller.hasNoAccount());
    String content =
        request.method().name()
            + ' '
            + request.path()
            + '\n'
            + CanonicalJson.of(received.tree(), SECRETS);
    return new IdempotencyClaim(caller.name(), key, fingerprints.of(content));
  }

  private @Nullable String header(String name) {
    List<String> values = request.headers().getAll(name);
    return values.isEmpty() ? null : String.join(",", values);
  }
}
