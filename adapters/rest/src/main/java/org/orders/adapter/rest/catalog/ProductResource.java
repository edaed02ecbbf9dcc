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
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.list.ListJson;
import org.orders.application.access.Operation;
import org.orders.application.inventory.AdjustInventory;
import org.orders.domain.shared.Reason;

/** The catalogue, which everybody may read. */
@Path("/products")
@RunOnVirtualThread
public class ProductResource {

  private final ProductAnswers products;
  private final AdjustInventory adjustInventory;
  private final CurrentCaller caller;
  private final Answers answers;

  ProductResource(
      ProductAnswers products,
      AdjustInventory adjustInventory,
      CurrentCaller caller,
      Answers answers) {
    this.products = products;
    this.adjustInventory = adjustInventory;
    this.caller = caller;
    this.answers = answers;
  }

  @GET
  @Performs(Operation.LIST_PRODUCTS)
  @APIResponseSchema(ListJson.class)
  public Response listProducts() {
    return products.list(List.of("query"));
  }

  @POST
  @Performs(Operation.CREATE_PRODUCT)
  @APIResponseSchema(value = ProductJson.class, responseCode = "201")
  public Response createProduct(NewProductJson product) {
    return products.create("/products", product);
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_PRODUCT)
  @APIResponseSchema(ProductJson.class)
  public Response readProduct(@PathParam("id") String id) {
    return products.read(id);
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_PRODUCT)
  @APIResponseSchema(ProductJson.class)
  public Response changeProduct(@PathParam("id") String id, ProductChangeJson change) {
    return products.change(id, change);
  }

  @DELETE
  @Path("/{id}")
  @Performs(Operation.DISCONTINUE_PRODUCT)
  public Response discontinueProduct(@PathParam("id") String id) {
    return products.discontinue(id);
  }

  @PUT
  @Path("/{id}/inventory")
  @Performs(Operation.ADJUST_INVENTORY)
  @APIResponseSchema(ProductJson.class)
  public Response adjustInventory(@PathParam("id") String id, InventoryJson inventory) {
    var command =
        new AdjustInventory.Command(
            caller.actor(),
            ProductAnswers.productId(id),
            inventory.adjustment(),
            inventory.reason() == null ? null : new Reason(inventory.reason()),
            answers.precondition(ProductJson::of));
    return answers.once(
        command, adjustInventory::adjust, product -> Answer.ok(ProductJson.of(product)));
  }
}
