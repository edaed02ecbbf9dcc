package org.orders.adapter.rest.problem;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/** Which methods a path has; the framework knows, but leaves them out of its 405. */
final class AllowedMethods {

  private AllowedMethods() {}

  /** The value of {@code Allow} for the present request; nothing where its path leads nowhere. */
  static @Nullable String ofPresentRequest() {
    ResteasyReactiveRequestContext context = CurrentRequestManager.get();
    if (context == null) {
      return null;
    }
    var match =
        new RequestMapper<>(context.getDeployment().getClassMappers())
            .map(context.getPathWithoutPrefix());
    Set<String> methods = match == null ? Set.of() : methods(match.value, match.remaining);
    return methods.isEmpty() ? null : String.join(", ", methods);
  }

  private static Set<String> methods(InitialMatch match, String remaining) {
    String path = remaining.isEmpty() ? "/" : remaining;
    Set<String> methods = new TreeSet<>();
    for (ServerRestHandler handler : match.handlers) {
      if (handler instanceof ClassRoutingHandler routing) {
        for (Map.Entry<String, RequestMapper<RuntimeResource>> entry :
            routing.getMappers().entrySet()) {
          if (entry.getKey() != null && entry.getValue().map(path) != null) {
            methods.add(entry.getKey());
          }
        }
      }
    }
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return methods;
  }
}
