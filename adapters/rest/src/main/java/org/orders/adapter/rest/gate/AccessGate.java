package org.orders.adapter.rest.gate;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;
import org.orders.adapter.rest.problem.Problem;
import org.orders.adapter.rest.problem.Problems;
import org.orders.adapter.rest.trace.RequestLog;
import org.orders.application.access.AuthenticateBearer;
import org.orders.application.access.Caller;
import org.orders.application.access.Forbidden;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.Operation;
import org.orders.application.access.Role;
import org.orders.domain.shared.NotFound;

/**
 * The gate that every request to a resource passes before its body is read: who is it, not too
 * often, and may their role do this at all.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AccessGate implements ContainerRequestFilter {

  private static final String SCHEME = "bearer ";

  private final AuthenticateBearer authenticateBearer;
  private final CurrentCaller current;
  private final RateLimits limits;
  private final Problems problems;
  private final RoutingContext routing;

  @Context private ResourceInfo resource;

  @Inject
  @SuppressWarnings("NullAway.Init") // The framework sets the resource.
  AccessGate(
      AuthenticateBearer authenticateBearer,
      CurrentCaller current,
      RateLimits limits,
      Problems problems,
      RoutingContext routing) {
    this.authenticateBearer = authenticateBearer;
    this.current = current;
    this.limits = limits;
    this.problems = problems;
    this.routing = routing;
  }

  @Override
  public void filter(ContainerRequestContext context) {
    Performs performs = performs();
    Operation operation = performs.value();
    List<String> credentials = routing.request().headers().getAll("Authorization");
    boolean ownScheme = operation == Operation.ISSUE_CLIENT_TOKEN;
    if (!credentials.isEmpty() && !ownScheme) {
      Optional<Caller> caller = authenticate(credentials);
      if (caller.isEmpty()) {
        limits.count(current, address());
        context.abortWith(
            problems.response(
                Problem.of(new InvalidToken())
                    .withHeader(
                        "WWW-Authenticate", "Bearer realm=\"orders\", error=\"invalid_token\"")));
        return;
      }
      current.set(caller.get());
    }
    RequestLog.callerIs(routing, current.name());
    if (!operation.isSigned()) {
      limits.count(current, address());
    }
    requireRole(operation, current.get().role());
    requireWelcome(performs, context.getHeaderString("Accept"));
  }

  private Performs performs() {
    Performs performs = resource.getResourceMethod().getAnnotation(Performs.class);
    if (performs == null) {
      throw new IllegalStateException("not in the table of roles: " + resource.getResourceMethod());
    }
    return performs;
  }

  private Optional<Caller> authenticate(List<String> credentials) {
    String shown = credentials.getFirst();
    if (credentials.size() > 1 || !shown.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    try {
      return Optional.of(authenticateBearer.authenticate(shown.substring(SCHEME.length()).strip()));
    } catch (InvalidToken refused) {
      return Optional.empty();
    }
  }

  private static void requireRole(Operation operation, Role role) {
    if (operation.isOpenTo(role)) {
      return;
    }
    throw switch (role) {
      case ANONYMOUS -> new InvalidToken();
      // The world of a guest's token holds one order, and nothing else is there.
      case GUEST -> new NotFound("thing");
      case CUSTOMER, ADMIN, SERVICE -> new Forbidden();
    };
  }

  private static void requireWelcome(Performs performs, @Nullable String accept) {
    if (accept != null
        && !isWelcome(performs.answers(), accept)
        && !(performs.alsoCsv() && isWelcome("text/csv", accept))) {
      throw new HttpFailure(HttpProblem.NOT_ACCEPTABLE);
    }
  }

  private static boolean isWelcome(String type, String accept) {
    int slash = type.indexOf('/');
    return Accept.allows(accept, type.substring(0, slash), type.substring(slash + 1));
  }

  private String address() {
    SocketAddress address = routing.request().remoteAddress();
    return address == null ? "" : address.hostAddress();
  }
}
