package org.orders.adapter.rest.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ProductOrder;
import org.orders.application.catalog.ProductOrder.By;
import org.orders.application.catalog.ProductView;
import org.orders.application.catalog.ReadProducts;
import org.orders.application.catalog.ReadProducts.Freshness;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** What can be done with products under both of their addresses. */
@Singleton
class ProductAnswers {

  static final List<String> FILTERS = List.of("query", "lowStock", "sort");

  private static final Map<String, By> SORTS =
      Map.of("name", By.NAME, "price", By.PRICE, "inventory", By.INVENTORY);

  private final CreateProduct createProduct;
  private final ChangeProduct changeProduct;
  private final DiscontinueProduct discontinueProduct;
  private final ReadProducts readProducts;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;

  @Inject
  ProductAnswers(
      CreateProduct createProduct,
      ChangeProduct changeProduct,
      DiscontinueProduct discontinueProduct,
      ReadProducts readProducts,
      CurrentCaller caller,
      Answers answers,
      ListRequest list) {
    this.createProduct = createProduct;
    this.changeProduct = changeProduct;
    this.discontinueProduct = discontinueProduct;
    this.readProducts = readProducts;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
  }

  /**
   * @param parent the address under which the new product is found
   */
  Response create(String parent, NewProductJson product) {
    CreateProduct.Command command = product.toCommand(caller.actor());
    return answers.once(
        command,
        createProduct::create,
        created ->
            Answer.created(parent + "/" + created.product().id().value(), ProductJson.of(created)));
  }

  /** The product as it was lately seen; whoever keeps it has to ask again before showing it. */
  Response recall(String id) {
    ProductView product = readProducts.read(productId(id), Freshness.LATELY);
    return uncached(answers.found(ProductJson.of(product)));
  }

  /** The product as it is now. */
  Response read(String id) {
    return answers.found(ProductJson.of(readProducts.read(productId(id), Freshness.NOW)));
  }

  Response change(String id, ProductChangeJson change) {
    ChangeProduct.Command command =
        change.toCommand(caller.actor(), productId(id), answers.precondition(ProductJson::of));
    return answers.once(
        command, changeProduct::change, product -> Answer.ok(ProductJson.of(product)));
  }

  Response discontinue(String id) {
    discontinueProduct.discontinue(
        new DiscontinueProduct.Command(
            caller.actor(), productId(id), answers.precondition(ProductJson::of)));
    return Response.noContent().build();
  }

  /** The products that are sold, as they were lately seen. */
  Response recallList() {
    ProductFilter filter = new ProductFilter(list.text("query"), false, order());
    return uncached(
        list.conditionalPage(
            List.of("query", "sort"),
            page -> readProducts.list(filter, page, Freshness.LATELY),
            ProductJson::of));
  }

  /** The products that are sold, as they are now. */
  Response list() {
    return list.page(
        FILTERS, page -> readProducts.list(filter(), page, Freshness.NOW), ProductJson::of);
  }

  /** What the present request looks for. */
  ProductFilter filter() {
    return new ProductFilter(list.text("query"), list.flag("lowStock"), order());
  }

  private @Nullable ProductOrder order() {
    String sort = list.text("sort");
    if (sort == null) {
      return null;
    }
    boolean descending = sort.startsWith("-");
    By by = SORTS.get(descending ? sort.substring(1) : sort);
    if (by == null) {
      throw new InvalidValue(
          List.of(
              new Violation(
                  "/query/sort",
                  "must be one of name, price, inventory, -name, -price, -inventory")));
    }
    return new ProductOrder(by, descending);
  }

  private static Response uncached(Response response) {
    return Response.fromResponse(response).header("Cache-Control", "no-cache").build();
  }

  static ProductId productId(String id) {
    return new ProductId(Ids.inPath(id, "product"));
  }
}
