package org.orders.adapter.rest.catalog;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.application.catalog.ChangeProduct;
import org.orders.application.catalog.CreateProduct;
import org.orders.application.catalog.DiscontinueProduct;
import org.orders.application.catalog.ProductFilter;
import org.orders.application.catalog.ReadProducts;
import org.orders.domain.catalog.ProductId;

/** What can be done with products under both of their addresses. */
@Singleton
class ProductAnswers {

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

  Response read(String id) {
    return answers.found(ProductJson.of(readProducts.read(productId(id))));
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

  Response list(List<String> filters) {
    ProductFilter filter =
        new ProductFilter(
            list.text("query"), filters.contains("lowStock") && list.flag("lowStock"));
    return list.page(filters, page -> readProducts.list(filter, page), ProductJson::of);
  }

  static ProductId productId(String id) {
    return new ProductId(Ids.inPath(id, "product"));
  }
}
