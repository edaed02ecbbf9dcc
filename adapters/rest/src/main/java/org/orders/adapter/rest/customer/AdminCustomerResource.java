package org.orders.adapter.rest.customer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.customer.CustomerFilter;
import org.orders.application.customer.ReadCustomers;
import org.orders.domain.customer.Customer;

/** All customers, for those who run the shop. */
@Tag(name = "Customers")
@Path("/admin/customers")
@RunOnVirtualThread
public class AdminCustomerResource {

  private final ReadCustomers readCustomers;
  private final ListRequest list;

  AdminCustomerResource(ReadCustomers readCustomers, ListRequest list) {
    this.readCustomers = readCustomers;
    this.list = list;
  }

  @GET
  @Performs(Operation.LIST_CUSTOMERS)
  @Described(
      summary = "Lists customers",
      description = "Newest first, guests included.",
      form = Form.PAGE,
      answers = CustomerJson.class,
      parameters = {"Query", "CustomerStatusFilter"})
  public Response listCustomers() {
    CustomerFilter filter =
        new CustomerFilter(list.text("query"), list.constant("status", Customer.Status.class));
    return list.page(
        List.of("query", "status"), page -> readCustomers.list(filter, page), CustomerJson::of);
  }
}
