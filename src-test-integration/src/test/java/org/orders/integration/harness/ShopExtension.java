package org.orders.integration.harness;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Gives tests their shop. The database server and the shared service start with the first class
 * that needs them and end with the run; what the services logged during a failed test is shown.
 */
public final class ShopExtension implements ParameterResolver, BeforeEachCallback, TestWatcher {

  private static final Namespace SPACE = Namespace.create(ShopExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    return type == Shop.class || type == SharedService.class || type == Services.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var type = parameter.getParameter().getType();
    if (type == Services.class) {
      return context
          .getStore(SPACE)
          .computeIfAbsent(Services.class, key -> new Services(server(context)), Services.class);
    }
    var shared = shared(context);
    return type == Shop.class ? shared.shop() : shared;
  }

  private static PostgresServer server(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(SPACE)
        .computeIfAbsent(PostgresServer.class, key -> newServer(), PostgresServer.class);
  }

  private static PostgresServer newServer() {
    var server = PostgresServer.forThisRun();
    if (!PackagedApplication.isNative()) {
      StartUpCache.learn(server.newDatabase());
    }
    return server;
  }

  private static SharedService shared(ExtensionContext context) {
    // The server first: resources are closed in the reverse order.
    var server = server(context);
    return context
        .getRoot()
        .getStore(SPACE)
        .computeIfAbsent(
            SharedService.class, key -> SharedService.start(server), SharedService.class);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    var lengths = new HashMap<RunningService, Long>();
    RunningService.running().forEach(service -> lengths.put(service, service.logLength()));
    context.getStore(SPACE).put("log lengths", lengths);
  }

  @Override
  public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
    Map<?, ?> lengths = context.getStore(SPACE).get("log lengths", Map.class);
    for (var service : RunningService.running()) {
      var before = lengths == null ? null : lengths.get(service);
      var logged = service.logTail(before instanceof Long position ? position : 0);
      if (!logged.isBlank()) {
        System.out.printf(
            "--- %s logged during %s ---%n%s%n", service, context.getDisplayName(), logged);
      }
    }
  }
}
