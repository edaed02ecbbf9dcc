package org.orders.adapter.rest.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.list.ListJson;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.application.access.Operation;
import org.orders.application.inventory.ReadMovements;

/** The catalogue and its stock, for those who run the shop. */
@Path("/admin/inventory")
@RunOnVirtualThread
public class InventoryResource {

  private final ProductAnswers products;
  private final ReadMovements readMovements;
  private final ListRequest list;

  InventoryResource(ProductAnswers products, ReadMovements readMovements, ListRequest list) {
    this.products = products;
    this.readMovements = readMovements;
    this.list = list;
  }

  @GET
  @Performs(Operation.READ_INVENTORY)
  @APIResponseSchema(ListJson.class)
  public Response listInventory() {
    return products.list(List.of("query", "lowStock"));
  }

  @POST
  @Performs(Operation.CREATE_PRODUCT)
  @APIResponseSchema(value = ProductJson.class, responseCode = "201")
  public Response createInventory(NewProductJson product) {
    return products.create("/admin/inventory", product);
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_INVENTORY)
  @APIResponseSchema(ProductJson.class)
  public Response readInventory(@PathParam("id") String id) {
    return products.read(id);
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_PRODUCT)
  @APIResponseSchema(ProductJson.class)
  public Response changeInventory(@PathParam("id") String id, ProductChangeJson change) {
    return products.change(id, change);
  }

  @DELETE
  @Path("/{id}")
  @Performs(Operation.DISCONTINUE_PRODUCT)
  public Response discontinueInventory(@PathParam("id") String id) {
    return products.discontinue(id);
  }

  @GET
  @Path("/{id}/movements")
  @Performs(Operation.READ_INVENTORY)
  @APIResponseSchema(ListJson.class)
  public Response listMovements(@PathParam("id") String id) {
    return list.page(
        List.of(),
        page -> readMovements.list(ProductAnswers.productId(id), page),
        MovementJson::of);
  }
}
