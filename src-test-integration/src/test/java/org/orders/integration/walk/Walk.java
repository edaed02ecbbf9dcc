package org.orders.integration.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orders.integration.harness.Caller;
import org.orders.integration.harness.QuickAnswer;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.SignedInCustomer;

/** A walk around one operation: every role with good values, the mightiest with strange ones. */
final class Walk {

  private static final int MUTANTS = 10;

  private static final List<String> STRANGE_IN_ADDRESS =
      List.of(
          "",
          "-1",
          "0",
          "1",
          "200",
          "201",
          "1.5",
          "x",
          "true",
          "TRUE",
          "99999999999999999999",
          "%00",
          "%C3%28",
          "a%20b",
          "2026-01-31T12:00:00Z",
          "2026-01-31T12:00:00+01:00",
          "2026-02-30T12:00:00Z",
          "%F0%9F%9B%92",
          "%27%20OR%201=1--",
          "..%2F..",
          "PENDING",
          "00000000-0000-0000-0000-000000000000",
          "x".repeat(201),
          "x".repeat(3000));

  private static final List<String> STRANGE_IDS =
      List.of("x", "%00", "%20", "%C3%28", "-1", "1e9", "..%2F", "x".repeat(3000));

  private static final List<String> TAGS =
      List.of("nonsense", "\"stale\"", "*", "W/\"x\"", "\"a\", \"b\"", ",", "", "\"".repeat(3000));

  private static final List<String> KEYS =
      List.of(
          "", " ", "k", "k".repeat(255), "k".repeat(256), "\"quoted-quoted-quoted\"", "\"", "ü");

  private static final List<String> MEDIA_TYPES =
      List.of("text/plain", "application/xml", "garbage", "multipart/form-data", "*/*", "", ";;");

  private static final List<String> ACCEPTED =
      List.of("text/html", "*/*", "garbage", "application/json;q=0", "", "application/*;q=x");

  private static final List<String> CREDENTIALS =
      List.of("Bearer", "Bearer x", "Bearer a.b.c", "Basic eDp5", "Basic !", "", "Digest x");

  private final Shop shop;
  private final SignedInCustomer regular;
  private final Operation operation;
  private final Values values;
  private final Faults faults;
  private final EnumMap<Role, Things> kept = new EnumMap<>(Role.class);
  private @Nullable Supplier<String> customer;

  /**
   * @param regular the customer who calls wherever nobody is used up
   */
  Walk(Shop shop, SignedInCustomer regular, Operation operation, Values values, Faults faults) {
    this.shop = shop;
    this.regular = regular;
    this.operation = operation;
    this.values = values;
    this.faults = faults;
  }

  void go() {
    Role mightiest = Role.ANONYMOUS;
    JsonNode accepted = null;
    for (var role : Role.values()) {
      for (var body : bodies()) {
        var things = things(role);
        var sent = body == null ? null : things.in(body);
        var answer = call(things, sent, role + " with an example");
        if (accepted == null && answer.status() < 300) {
          mightiest = role;
          accepted = body;
        }
        call(things, sent, role + " with an example, again");
      }
      stroll(role);
    }
    var basis = withoutPassword(accepted == null ? bodies().getFirst() : accepted);
    strangeAddresses(mightiest, basis);
    strangeHeaders(mightiest, basis);
    if (operation.takesBody()) {
      strangeBodies(mightiest, basis);
    }
  }

  /** What can be left out is, because it takes a while to make passwords safe. */
  private @Nullable JsonNode withoutPassword(@Nullable JsonNode body) {
    if (body instanceof ObjectNode object && !required().contains("password")) {
      return object.deepCopy().without("password");
    }
    return body;
  }

  private String required() {
    return operation.api().resolved(operation.bodySchema()).path("required").toString();
  }

  /** To where others' things are, and where nothing is. */
  private void stroll(Role role) {
    if (operation.path().contains("{")) {
      var others = things(Role.ADMIN).in(operation.path());
      var nowhere = operation.path().replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
      var things = things(role);
      var body = bodies().getFirst();
      for (var target : List.of(others, nowhere)) {
        call(typed(things), target, body == null ? null : things.in(body), role + " elsewhere");
      }
    }
  }

  private List<@Nullable JsonNode> bodies() {
    var bodies = new ArrayList<@Nullable JsonNode>();
    if (operation.takesBody()) {
      bodies.addAll(operation.exampleBodies());
      bodies.add(values.good(operation.bodySchema()));
    } else {
      bodies.add(null);
    }
    return bodies;
  }

  private void strangeAddresses(Role role, @Nullable JsonNode basis) {
    var things = things(role);
    var body = basis == null ? null : things.in(basis);
    for (var parameter : operation.parameters("query")) {
      var name = parameter.path("name").asText();
      for (var strange : STRANGE_IN_ADDRESS) {
        var target = things.in(operation.path()) + "?" + name + "=" + strange;
        call(typed(things), target, body, role + " with a strange parameter");
      }
      for (var strange : parameter.path("schema").path("enum")) {
        var target = things.in(operation.path()) + "?" + name + "=" + strange.asText();
        call(typed(things), target, body, role + " with a parameter");
      }
      var twice = things.in(operation.path()) + "?" + name + "=1&" + name + "=2";
      call(typed(things), twice, body, role + " with a parameter twice");
    }
    var unknown = things.in(operation.path()) + "?noSuchParameter=%00&&=";
    call(typed(things), unknown, body, role + " with an unknown parameter");
    if (operation.path().contains("{")) {
      for (var strange : STRANGE_IDS) {
        var target = operation.path().replaceAll("\\{[^}]*}", strange);
        call(typed(things), target, body, role + " with a strange id");
      }
    }
  }

  private void strangeHeaders(Role role, @Nullable JsonNode basis) {
    strangeHeader("Accept", ACCEPTED, role, basis);
    strangeHeader("If-Match", TAGS, role, basis);
    strangeHeader("If-None-Match", TAGS, role, basis);
    strangeHeader("Idempotency-Key", KEYS, role, basis);
    strangeHeader("X-Request-Id", List.of("", "x".repeat(200), "a b"), role, basis);
    strangeHeader("traceparent", List.of("", "00-0-0-00", "x".repeat(200)), role, basis);
    strangeHeader("Authorization", CREDENTIALS, Role.ANONYMOUS, basis);
    if (operation.takesBody()) {
      strangeHeader("Content-Type", MEDIA_TYPES, role, basis);
    }
  }

  private void strangeHeader(
      String name, List<String> strange, Role role, @Nullable JsonNode basis) {
    var things = things(role);
    for (var value : strange) {
      call(
          typed(things).with(name, value),
          things.in(operation.path()),
          basis == null ? null : things.in(basis),
          role + " with " + name + ": " + value);
    }
  }

  private void strangeBodies(Role role, @Nullable JsonNode basis) {
    var fresh = things(role);
    if (basis instanceof ObjectNode object) {
      for (var type : operation.mediaTypes()) {
        var caller = typed(fresh).with("Content-Type", type);
        call(caller, fresh.in(operation.path()), fresh.in(basis), role + " as " + type);
      }
      if (sendsJson()) {
        var lately = new Things[] {fresh};
        var place = new String[] {""};
        values.spoil(
            operation.bodySchema(),
            object.deepCopy(),
            (at, body) -> {
              // What was done in one place may have used up the order.
              if (!at.equals(place[0]) && operation.path().contains("/orders/{")) {
                lately[0] = things(role);
              }
              place[0] = at;
              strangeBody(lately[0], body, role + " with something strange at " + at);
            });
        for (int mutant = 0; mutant < MUTANTS; mutant++) {
          strangeBody(
              lately[0], values.mutant(operation.bodySchema(), object), role + " with a mutant");
        }
      }
    }
    for (var broken : Values.broken(String.valueOf(basis))) {
      call(typed(fresh), fresh.in(operation.path()), broken, role + " with a broken body");
    }
  }

  /** What the description does not allow is not taken; null stands for nothing everywhere. */
  private void strangeBody(Things things, JsonNode body, String how) {
    var sent = things.in(body);
    var answer = call(things, sent, how);
    if (answer.status() < 300 && !sent.toString().contains("null")) {
      var wrong = operation.api().faultsOfRequest(operation.bodySchema(), sent);
      if (!wrong.isEmpty()) {
        faults.add(operation, "takes what it does not describe: " + wrong, how, sent, answer);
      }
    }
  }

  private boolean sendsJson() {
    return operation.mediaTypes().getFirst().endsWith("json");
  }

  private QuickAnswer call(Things things, @Nullable JsonNode body, String how) {
    return call(typed(things), things.in(operation.path()), body, how);
  }

  private QuickAnswer call(Caller caller, String target, @Nullable JsonNode body, String how) {
    var content = body == null ? null : sendsJson() ? body.toString() : form(body);
    return call(caller, target, content, how);
  }

  private QuickAnswer call(Caller caller, String target, @Nullable Object content, String how) {
    var answer = caller.quickly(operation.method(), target, content);
    faults.counted();
    AnswerRules.fault(operation, answer)
        .ifPresent(fault -> faults.add(operation, fault, how + " " + target, content, answer));
    return answer;
  }

  /** Things to use up; where nothing can be used up, always the same. */
  private Things things(Role role) {
    return operation.path().contains("{") || operation.path().equals("/payments") || endsSessions()
        ? freshThings(role)
        : kept.computeIfAbsent(role, this::freshThings);
  }

  private Things freshThings(Role role) {
    return switch (role) {
      case CUSTOMER -> Things.ofCustomer(person(), shop);
      case GUEST -> Things.ofGuest(shop);
      case ADMIN, SERVICE, ANONYMOUS ->
          Things.ofOther(
              endsSessions() ? role.inOwnSession(shop) : role.caller(shop), customer(), shop);
    };
  }

  private SignedInCustomer person() {
    return endsSessions() || usesUpCustomers() ? shop.newCustomer() : regular;
  }

  private Supplier<String> customer() {
    if (customer == null || usesUpCustomers()) {
      customer = Things.newCustomer(shop);
    }
    return customer;
  }

  private boolean usesUpCustomers() {
    return operation.toString().equals("DELETE /customers/{id}");
  }

  private boolean endsSessions() {
    return Set.of("/auth/logout", "/auth/password", "/auth/refresh").contains(operation.path());
  }

  private Caller typed(Things things) {
    return operation.takesBody()
        ? things.caller().with("Content-Type", operation.mediaTypes().getFirst())
        : things.caller();
  }

  private static String form(JsonNode body) {
    if (body.isTextual()) {
      return body.asText();
    }
    var fields = new ArrayList<String>();
    body.properties().forEach(it -> fields.add(it.getKey() + "=" + it.getValue().asText()));
    return String.join("&", fields);
  }
}
