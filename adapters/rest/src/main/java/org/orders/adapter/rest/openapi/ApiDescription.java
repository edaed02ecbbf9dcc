package org.orders.adapter.rest.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The finishing of the API's description: to the paths that the framework finds it adds what {@link
 * Described}, the wire types, and {@code META-INF/openapi.yaml} say. A gap in them ends the build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiDescription implements OASFilter {

  private static final DotName DESCRIBED = DotName.createSimple(Described.class);

  private final IndexView index;

  public ApiDescription(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    WireSchemas schemas = new WireSchemas(index, new Vocabulary(part(api, "x-fields")));
    ProblemResponses problems = new ProblemResponses(part(api, "x-problems"));
    Examples examples = new Examples(part(api, "x-examples"));
    Components components = Objects.requireNonNull(api.getComponents());

    Map<String, MethodInfo> methods = methods();
    api.getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                operations(item)
                    .forEach(
                        (method, operation) ->
                            new OperationDescription(
                                    path,
                                    method,
                                    described(methods, operation),
                                    schemas,
                                    problems,
                                    examples)
                                .complete(operation)));

    // Those that the framework made say less: only ours, and those written by hand, are described.
    Map<String, Schema> all = new TreeMap<>(components.getSchemas());
    all.values().removeIf(schema -> schema.getDescription() == null);
    all.putAll(schemas.all());
    components.setSchemas(all);
    problems.components().forEach(components::addResponse);
    problems.examples().forEach(components::addExample);
  }

  private static Map<?, ?> part(OpenAPI api, String name) {
    Object part = api.getExtensions().get(name);
    api.removeExtension(name);
    return (Map<?, ?>) Objects.requireNonNull(part, name);
  }

  private Map<String, MethodInfo> methods() {
    return index.getAnnotations(DESCRIBED).stream()
        .map(annotation -> annotation.target().asMethod())
        .collect(Collectors.toMap(MethodInfo::name, method -> method, ApiDescription::requireSame));
  }

  /** The index may know a method twice, but names of operations are given once. */
  private static MethodInfo requireSame(MethodInfo one, MethodInfo other) {
    if (!one.declaringClass().name().equals(other.declaringClass().name())) {
      throw new IllegalStateException("two operations have one name: " + one.name());
    }
    return one;
  }

  private static MethodInfo described(Map<String, MethodInfo> methods, Operation operation) {
    MethodInfo method = methods.get(operation.getOperationId());
    if (method == null) {
      throw new IllegalStateException(
          "annotate with @Described, so that the API's description is whole: "
              + operation.getOperationId());
    }
    return method;
  }

  private static Map<String, Operation> operations(PathItem item) {
    return item.getOperations().entrySet().stream()
        .collect(
            Collectors.toMap(
                it -> it.getKey().name(), Map.Entry::getValue, (one, other) -> one, TreeMap::new));
  }
}
