package org.orders.adapter.rest.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.inventory.AdjustInventory;
import org.orders.domain.shared.Reason;

/** The catalogue, which everybody may read. */
@Tag(name = "Products")
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
  @Described(
      summary = "Lists the products on sale",
      description =
          "With what can be ordered of each: by how well they fit the query, the newest first; or"
              + " sorted.",
      form = Form.PAGE,
      answers = ProductJson.class,
      parameters = {"ProductQuery", "ProductSort", "IfNoneMatch"})
  public Response listProducts() {
    return products.recallList();
  }

  @POST
  @Performs(Operation.CREATE_PRODUCT)
  @Described(
      summary = "Takes a product into the catalogue",
      description = "A price of 0 is a price.",
      status = 201,
      answers = ProductJson.class,
      conflicts = "sku-taken",
      unprocessable = "amount-out-of-range")
  public Response createProduct(NewProductJson product) {
    return products.create("/products", product);
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_PRODUCT)
  @Described(
      summary = "Shows a product",
      description = "Discontinued ones too.",
      answers = ProductJson.class)
  public Response readProduct(@PathParam("id") String id) {
    return products.recall(id);
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_PRODUCT)
  @Described(
      summary = "Changes a product",
      description = "What is not sent stays.",
      answers = ProductJson.class,
      conflicts = "insufficient-stock",
      unprocessable = "amount-out-of-range")
  public Response changeProduct(@PathParam("id") String id, ProductChangeJson change) {
    return products.change(id, change);
  }

  @DELETE
  @Path("/{id}")
  @Performs(Operation.DISCONTINUE_PRODUCT)
  @Described(
      summary = "Takes a product off sale",
      description = "It is gone from lists and cannot be ordered, but can still be read.",
      form = Form.NOTHING,
      parameters = "IfMatch")
  public Response discontinueProduct(@PathParam("id") String id) {
    return products.discontinue(id);
  }

  @PUT
  @Path("/{id}/inventory")
  @Performs(Operation.ADJUST_INVENTORY)
  @Described(
      summary = "Counts or corrects stock",
      description =
          "Either `quantity`, what can be ordered from now on, or `change`, a signed "
              + "difference.",
      answers = ProductJson.class,
      conflicts = "insufficient-stock")
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
