package org.orders.adapter.rest.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.inventory.ReadMovements;
import org.orders.application.inventory.ReconcileInventory;
import org.orders.application.inventory.Reconciliation;
import org.orders.application.shared.Once;

/** The catalogue and its stock, for those who run the shop. */
@Tag(name = "Inventory")
@Path("/admin/inventory")
@RunOnVirtualThread
public class InventoryResource {

  private final ProductAnswers products;
  private final ProductFiles files;
  private final ReadMovements readMovements;
  private final ReconcileInventory reconcileInventory;
  private final Answers answers;
  private final ListRequest list;

  InventoryResource(
      ProductAnswers products,
      ProductFiles files,
      ReadMovements readMovements,
      ReconcileInventory reconcileInventory,
      Answers answers,
      ListRequest list) {
    this.products = products;
    this.files = files;
    this.readMovements = readMovements;
    this.reconcileInventory = reconcileInventory;
    this.answers = answers;
    this.list = list;
  }

  @GET
  @Performs(value = Operation.READ_INVENTORY, alsoCsv = true)
  @Described(
      summary = "Lists the catalogue with its stock",
      description =
          "By how well they fit the query, the newest first; or sorted. Shows what is so at this"
              + " moment. As `text/csv` all of them, in the form that can be imported.",
      form = Form.PAGE,
      answers = ProductJson.class,
      parameters = {"ProductQuery", "LowStock", "ProductSort"})
  public Response listInventory() {
    return files.areWanted() ? files.send(products.filter()) : products.list();
  }

  @POST
  @Performs(Operation.CREATE_PRODUCT)
  @Described(
      summary = "Takes a product into the catalogue (administration)",
      description = "The same as POST /products.",
      status = 201,
      answers = ProductJson.class,
      conflicts = "sku-taken",
      unprocessable = "amount-out-of-range")
  public Response createInventory(NewProductJson product) {
    return products.create("/admin/inventory", product);
  }

  @POST
  @Path("/import")
  @Consumes(MediaType.WILDCARD)
  @Performs(Operation.IMPORT_PRODUCTS)
  @Described(
      summary = "Takes in a file of products",
      description =
          "At most 200 MB of comma-separated values in UTF-8, whose first line names the columns:"
              + " `sku,name,price,currency` and, where wanted, `description`, `inventory`,"
              + " `lowStockThreshold`, in any order. A product is made where the sku is new and"
              + " changed where it is known; what has no column, or an empty cell of a number,"
              + " stays as it is. Lines are taken in while they arrive, some at a time: a bad line"
              + " spoils no other, and what was taken in stays if the file ends early. Sending it"
              + " again changes nothing more. `Location` tells how far it is; whoever wants to know"
              + " while the file is being sent chooses the id of the import with `import`.",
      form = Form.CONTENT,
      takes = "ProductFile",
      answers = ImportReportJson.class,
      parameters = {"DryRun", "ImportId"},
      conflicts = "import-id-taken",
      problems = {413, 415})
  public Response importProducts(InputStream file) {
    return files.take(file);
  }

  @GET
  @Path("/imports")
  @Performs(Operation.READ_IMPORTS)
  @Described(
      summary = "Lists the files of products that were taken in",
      description = "Newest first, with how far each is.",
      form = Form.PAGE,
      answers = ImportJson.class)
  public Response listImports() {
    return files.standings();
  }

  @GET
  @Path("/imports/{id}")
  @Performs(Operation.READ_IMPORTS)
  @Described(
      summary = "Shows how far a file of products is taken in",
      description = "Every replica tells, also while lines are being read.",
      form = Form.CONTENT,
      answers = ImportJson.class)
  public Response readImport(@PathParam("id") String id) {
    return files.standing(id);
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_INVENTORY)
  @Described(
      summary = "Shows a product with its stock",
      description = "Discontinued ones too.",
      answers = ProductJson.class)
  public Response readInventory(@PathParam("id") String id) {
    return products.read(id);
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.CHANGE_PRODUCT)
  @Described(
      summary = "Changes a product (administration)",
      description = "The same as PUT /products/{id}.",
      answers = ProductJson.class,
      conflicts = "insufficient-stock",
      unprocessable = "amount-out-of-range")
  public Response changeInventory(@PathParam("id") String id, ProductChangeJson change) {
    return products.change(id, change);
  }

  @DELETE
  @Path("/{id}")
  @Performs(Operation.DISCONTINUE_PRODUCT)
  @Described(
      summary = "Takes a product off sale (administration)",
      description = "The same as DELETE /products/{id}.",
      form = Form.NOTHING,
      parameters = "IfMatch")
  public Response discontinueInventory(@PathParam("id") String id) {
    return products.discontinue(id);
  }

  @GET
  @Path("/{id}/movements")
  @Performs(Operation.READ_INVENTORY)
  @Described(
      summary = "Lists a product's stock movements",
      description = "Every change of what can be ordered, newest first.",
      form = Form.PAGE,
      answers = MovementJson.class)
  public Response listMovements(@PathParam("id") String id) {
    return list.page(
        List.of(),
        page -> readMovements.list(ProductAnswers.productId(id), page),
        MovementJson::of);
  }

  @POST
  @Path("/reconcile")
  @Performs(Operation.RECONCILE_INVENTORY)
  @Described(
      summary = "Compares the books of stock",
      description =
          """
          Counters, reservations and ledger of all products as of one moment, and every drift between them; the first
          10,000 by product, and how many there are. Changes nothing and keeps nobody from selling, but takes a while
          where the books are long. Who asks at the same time may share the answer.""",
      answers = ReconciliationJson.class)
  public Response reconcileInventory(ReconcileJson wish) {
    return answers.once(
        wish,
        (ReconcileJson nothing, Once<Reconciliation> once) -> reconcileInventory.reconcile(once),
        found -> Answer.ok(ReconciliationJson.of(found)));
  }
}
