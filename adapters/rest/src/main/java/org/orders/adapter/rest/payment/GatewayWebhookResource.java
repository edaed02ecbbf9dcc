package org.orders.adapter.rest.payment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;
import org.orders.application.access.Operation;
import org.orders.application.payment.HearGateway;
import org.orders.domain.payment.WebhookDelivery;

/** Where payment gateways tell that something happened; their signature is over the very bytes. */
@Tag(name = "Payments")
@Path("/payments/webhooks")
@RunOnVirtualThread
public class GatewayWebhookResource {

  private static final int MAX_BYTES = 1_000_000;

  private final HearGateway hearGateway;
  private final HttpServerRequest request;

  GatewayWebhookResource(HearGateway hearGateway, HttpServerRequest request) {
    this.hearGateway = hearGateway;
    this.request = request;
  }

  @POST
  @Path("/{gateway}")
  @Consumes(MediaType.WILDCARD)
  @Performs(Operation.HEAR_GATEWAY)
  @Described(
      summary = "Hears a payment gateway",
      description =
          "What it speaks of is looked up at the gateway, so that repeats and re-orderings are"
              + " harmless. The body is the gateway's own, signed over its very bytes.",
      form = Form.NOTHING,
      problems = {403, 404, 413})
  public Response hearGateway(@PathParam("gateway") String gateway, InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new HttpFailure(HttpProblem.BODY_TOO_LARGE);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.putIfAbsent(name, value));
    hearGateway.hear(gateway, new WebhookDelivery(headers, bytes));
    return Response.noContent().build();
  }
}
