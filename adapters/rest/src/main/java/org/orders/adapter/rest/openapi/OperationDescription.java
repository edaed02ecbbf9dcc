package org.orders.adapter.rest.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.gate.Performs;
import org.orders.application.access.Role;
import org.orders.domain.fulfilment.LabelDocument;

/** What is said of one operation: {@link Described}, and what follows from its form and roles. */
final class OperationDescription {

  private static final String CSV = "text/csv";

  private static final DotName DESCRIBED = DotName.createSimple(Described.class);
  private static final DotName PERFORMS = DotName.createSimple(Performs.class);

  private final String path;
  private final String verb;
  private final AnnotationInstance described;
  private final org.orders.application.access.Operation performed;
  private final boolean alsoCsv;
  private final Form form;
  private final @Nullable RequestBody body;
  private final WireSchemas schemas;
  private final ProblemResponses problems;
  private final Examples examples;

  /**
   * @param verb the HTTP method
   * @param code the method that performs it
   */
  OperationDescription(
      String path,
      String verb,
      MethodInfo code,
      WireSchemas schemas,
      ProblemResponses problems,
      Examples examples) {
    this.path = path;
    this.verb = verb;
    this.described = code.declaredAnnotation(DESCRIBED);
    this.performed =
        org.orders.application.access.Operation.valueOf(
            code.declaredAnnotation(PERFORMS).value().asEnum());
    AnnotationValue csv = code.declaredAnnotation(PERFORMS).value("alsoCsv");
    this.alsoCsv = csv != null && csv.asBoolean();
    AnnotationValue said = described.value("form");
    this.form = said == null ? Form.THING : Form.valueOf(said.asEnum());
    this.body = schemas.bodyOf(code);
    this.schemas = schemas;
    this.problems = problems;
    this.examples = examples;
  }

  void complete(Operation operation) {
    operation.setSummary(described.value("summary").asString());
    operation.setDescription(
        described.value("description").asString().strip() + "\n\n**Who**: " + who() + ".");
    operation.setParameters(
        parameters(operation).stream()
            .map(name -> OASFactory.createParameter().ref(name))
            .collect(Collectors.toCollection(ArrayList::new)));
    operation.setRequestBody(body == null ? requestAsItIs() : request(body));
    operation.setResponses(responses());
    operation.setSecurity(new ArrayList<>());
    if (performed == org.orders.application.access.Operation.ISSUE_CLIENT_TOKEN) {
      secure(operation, "clientSecret");
    } else {
      if (performed.isPublic()) {
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
      }
      secure(operation, path.startsWith("/admin") ? "staffToken" : "accessToken");
    }
  }

  private static void secure(Operation operation, String scheme) {
    operation.addSecurityRequirement(
        OASFactory.createSecurityRequirement().addScheme(scheme, List.of()));
  }

  private String who() {
    if (performed == org.orders.application.access.Operation.ISSUE_CLIENT_TOKEN) {
      return "internal applications";
    }
    return performed.isPublic()
        ? "anyone"
        : Stream.of(Role.CUSTOMER, Role.GUEST, Role.ADMIN, Role.SERVICE)
            .filter(performed::isOpenTo)
            .map(
                role ->
                    switch (role) {
                      case CUSTOMER -> "CUSTOMER (what is theirs)";
                      case GUEST -> "the bearer of a guest order's token (that order)";
                      case ADMIN, SERVICE, ANONYMOUS -> role.name();
                    })
            .collect(Collectors.joining(", "));
  }

  private boolean answersNotModified() {
    return verb.equals("GET")
        && (form == Form.THING || texts("parameters").contains("IfNoneMatch"));
  }

  private boolean writesOnce() {
    return form == Form.THING && !verb.equals("GET");
  }

  private List<String> parameters(Operation operation) {
    List<String> names = new ArrayList<>();
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(it -> it.getIn() == Parameter.In.PATH)
          .map(
              it ->
                  it.getName().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                      + it.getName().substring(1))
          .forEach(names::add);
    }
    names.addAll(texts("parameters"));
    if (form == Form.PAGE) {
      names.addAll(List.of("Limit", "Cursor", "Count"));
    }
    if (writesOnce()) {
      names.add("IdempotencyKey");
    }
    if (form == Form.THING && (verb.equals("PUT") || verb.equals("PATCH"))) {
      names.add("IfMatch");
    }
    if (form == Form.THING && verb.equals("GET")) {
      names.add("IfNoneMatch");
    }
    operation.setParameters(null);
    return names;
  }

  private org.eclipse.microprofile.openapi.models.parameters.RequestBody request(RequestBody sent) {
    Content content = OASFactory.createContent();
    for (String type : sent.types()) {
      content.addMediaType(type, examples.content(schemas.reference(sent.type())));
    }
    return OASFactory.createRequestBody().required(!sent.optional()).content(content);
  }

  /** A body that is described in words alone, where there is one. */
  private org.eclipse.microprofile.openapi.models.parameters.@Nullable RequestBody requestAsItIs() {
    AnnotationValue taken = described.value("takes");
    if (taken == null) {
      return null;
    }
    return OASFactory.createRequestBody()
        .required(true)
        .content(
            OASFactory.createContent()
                .addMediaType(CSV, examples.content(asItIs(taken.asString()))));
  }

  private static Schema asItIs(String schema) {
    return OASFactory.createSchema().ref(schema);
  }

  private APIResponses responses() {
    TreeMap<Integer, APIResponse> responses = new TreeMap<>();
    for (int status : statuses()) {
      responses.put(status, answer(status));
    }
    if (answersNotModified()) {
      responses.put(304, OASFactory.createAPIResponse().ref("NotModified"));
    }
    responses.put(414, OASFactory.createAPIResponse().ref("UriTooLong"));
    responses.put(431, OASFactory.createAPIResponse().ref("HeadersTooLarge"));
    for (int status : sharedProblems()) {
      responses.put(status, problems.reference(status));
    }
    List<String> missing = new ArrayList<>(texts("missing"));
    if (!missing.isEmpty()) {
      missing.addFirst("not-found");
      responses.put(404, problems.response(404, missing));
    }
    List<String> conflicts = new ArrayList<>(texts("conflicts"));
    List<String> unprocessable = new ArrayList<>(texts("unprocessable"));
    if (takes("IfMatch")) {
      conflicts.add("conflict");
    }
    if (writesOnce()) {
      conflicts.add("idempotency-key-in-flight");
      unprocessable.add("idempotency-key-reused");
    }
    if (!conflicts.isEmpty()) {
      responses.put(409, problems.response(409, conflicts));
    }
    if (!unprocessable.isEmpty()) {
      responses.put(422, problems.response(422, unprocessable));
    }
    APIResponses all = OASFactory.createAPIResponses();
    responses.forEach((status, response) -> all.addAPIResponse(status.toString(), response));
    return all;
  }

  private TreeSet<Integer> sharedProblems() {
    TreeSet<Integer> statuses = new TreeSet<>(List.of(400, 401, 406, 429, 500, 503));
    if (body != null) {
      statuses.addAll(List.of(413, 415));
    }
    if (Stream.of(Role.CUSTOMER, Role.ADMIN, Role.SERVICE)
        .anyMatch(it -> !performed.isOpenTo(it))) {
      statuses.add(403);
    }
    if (path.contains("{") || !performed.isOpenTo(Role.GUEST)) {
      statuses.add(404);
    }
    if (takes("IfMatch")) {
      statuses.add(412);
    }
    AnnotationValue more = described.value("problems");
    if (more != null) {
      Arrays.stream(more.asIntArray()).forEach(statuses::add);
    }
    return statuses;
  }

  private boolean takes(String condition) {
    return texts("parameters").contains(condition)
        || form == Form.THING && (verb.equals("PUT") || verb.equals("PATCH"));
  }

  private int[] statuses() {
    AnnotationValue said = described.value("status");
    return said == null ? new int[] {form == Form.NOTHING ? 204 : 200} : said.asIntArray();
  }

  private APIResponse answer(int status) {
    APIResponse answer = OASFactory.createAPIResponse().description(meaning(status));
    Headers.common().forEach(answer::addHeader);
    if (form == Form.THING) {
      Headers.named("ETag", "Vary").forEach(answer::addHeader);
    }
    if (form == Form.PAGE) {
      Headers.named("Link", "Vary").forEach(answer::addHeader);
      if (answersNotModified()) {
        Headers.named("ETag").forEach(answer::addHeader);
      }
    }
    boolean madeSomething = status == 201 || status == 202 || described.value("takes") != null;
    if (form != Form.NOTHING && madeSomething) {
      Headers.named("Location").forEach(answer::addHeader);
    }
    if (writesOnce()) {
      Headers.named("Idempotent-Replayed").forEach(answer::addHeader);
    }
    if (form == Form.PDF) {
      answer.setContent(
          OASFactory.createContent()
              .addMediaType("application/pdf", OASFactory.createMediaType().schema(document())));
    } else if (form != Form.NOTHING) {
      answer.setContent(
          OASFactory.createContent().addMediaType("application/json", examples.content(schema())));
      if (alsoCsv) {
        answer
            .getContent()
            .addMediaType(CSV, OASFactory.createMediaType().schema(asItIs("ListFile")));
      }
    }
    return answer;
  }

  private static String meaning(int status) {
    return switch (status) {
      case 200 -> "As it is now.";
      case 201 -> "It was made.";
      case 202 -> "It was taken on; look at it again later.";
      case 204 -> "It was done.";
      default -> throw new IllegalStateException("no words for " + status);
    };
  }

  private static Schema document() {
    return OASFactory.createSchema()
        .addType(SchemaType.STRING)
        .format("binary")
        .maxLength(LabelDocument.MAX);
  }

  private Schema schema() {
    AnnotationValue written = described.value("schema");
    if (written != null) {
      return OASFactory.createSchema().ref(written.asString());
    }
    DotName type = described.value("answers").asClass().name();
    return switch (form) {
      case PAGE -> schemas.page(type);
      case ARRAY ->
          OASFactory.createSchema()
              .addType(SchemaType.ARRAY)
              .maxItems(100)
              .items(schemas.reference(type));
      case THING, CONTENT, PDF, NOTHING -> schemas.reference(type);
    };
  }

  private List<String> texts(String attribute) {
    AnnotationValue value = described.value(attribute);
    return value == null ? List.of() : List.of(value.asStringArray());
  }
}
