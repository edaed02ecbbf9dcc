package org.orders.adapter.rest.fulfilment;

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
import org.orders.application.fulfilment.HearCarrier;
import org.orders.domain.fulfilment.EventsDelivery;

/** Where carriers tell what happens to parcels; their signature is over the very bytes. */
@Tag(name = "Fulfilment")
@Path("/carriers")
@RunOnVirtualThread
public class CarrierEventsResource {

  private static final int MAX_BYTES = 1_000_000;

  private final HearCarrier hearCarrier;
  private final HttpServerRequest request;

  CarrierEventsResource(HearCarrier hearCarrier, HttpServerRequest request) {
    this.hearCarrier = hearCarrier;
    this.request = request;
  }

  @POST
  @Path("/{carrier}/events")
  @Consumes(MediaType.WILDCARD)
  @Performs(Operation.HEAR_CARRIER)
  @Described(
      summary = "Hears a carrier",
      description =
          "What it tells is kept once and only ever leads a shipment on, so that repeats and"
              + " re-orderings are harmless. The body is the carrier's own, signed over its very"
              + " bytes.",
      form = Form.NOTHING,
      problems = {403, 404, 413})
  public Response hearCarrier(@PathParam("carrier") String carrier, InputStream body)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new HttpFailure(HttpProblem.BODY_TOO_LARGE);
    }
    Map<String, String> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.putIfAbsent(name, value));
    hearCarrier.hear(carrier, new EventsDelivery(headers, bytes));
    return Response.noContent().build();
  }
}
