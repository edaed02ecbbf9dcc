package org.orders.adapter.rest.returns;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.returns.ReadReturns;
import org.orders.application.returns.ReturnFilter;
import org.orders.domain.order.OrderId;
import org.orders.domain.returns.ReturnStatus;

/** All returns, for those who run the shop. */
@Tag(name = "Returns")
@Path("/admin/returns")
@RunOnVirtualThread
public class AdminReturnResource {

  private final ReadReturns readReturns;
  private final ListRequest list;

  AdminReturnResource(ReadReturns readReturns, ListRequest list) {
    this.readReturns = readReturns;
    this.list = list;
  }

  @GET
  @Performs(Operation.LIST_RETURNS)
  @Described(
      summary = "Lists returns",
      description = "Newest first.",
      form = Form.PAGE,
      answers = ReturnJson.class,
      parameters = {"ReturnStatusFilter", "ReturnOrderFilter"})
  public Response listReturns() {
    UUID order = list.id("orderId");
    ReturnFilter filter =
        new ReturnFilter(
            list.constant("status", ReturnStatus.class), order == null ? null : new OrderId(order));
    return list.page(
        List.of("status", "orderId"), page -> readReturns.list(filter, page), ReturnJson::of);
  }
}
