package org.orders.bootstrap;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The running service; once it is up it says, where a person reads its output, what to open. */
public final class OrdersService implements QuarkusApplication {

  @Override
  public int run(String... arguments) {
    Config config = ConfigProvider.getConfig();
    boolean readByPrograms = config.getValue("orders.log.json", Boolean.class);
    if (!readByPrograms) {
      System.out.println(welcome(config.getValue("quarkus.http.port", String.class)));
    }
    Quarkus.waitForExit();
    return 0;
  }

  static String welcome(String port) {
    String url = "http://localhost:" + port;
    return """

           Orders is up.
             Try the API      URL/q/swagger-ui
             Its description  URL/q/openapi
             Health           URL/q/health
             Sign in with     ORDERS_ADMIN_USERNAME and ORDERS_ADMIN_PASSWORD as they were at the very
                              first start; where no password was set, with what was printed then
           Ctrl-C stops the service; its data stays.
           """
        .replace("URL", url);
  }
}
