package org.orders.adapter.rest.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.access.PublicKeys;

/** The keys by which anybody can verify access tokens. */
@Tag(name = "Access")
@Path("/.well-known/jwks.json")
@RunOnVirtualThread
public class JwksResource {

  private final PublicKeys publicKeys;

  JwksResource(PublicKeys publicKeys) {
    this.publicKeys = publicKeys;
  }

  @GET
  @Performs(Operation.READ_PUBLIC_KEYS)
  @Described(
      summary = "Shows the public keys",
      description =
          "The keys by which anybody can verify access tokens, as RFC 7517 describes " + "them.",
      form = Form.CONTENT,
      schema = "JsonWebKeySet")
  public Response readPublicKeys() {
    return Response.ok(publicKeys.jwks())
        .header("Content-Type", "application/json")
        .header("Cache-Control", "public, max-age=300")
        .build();
  }
}
