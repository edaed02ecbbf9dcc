package org.orders.adapter.rest.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.json.Ids;
import org.orders.adapter.rest.list.ListRequest;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.application.access.Operation;
import org.orders.application.inventory.AcknowledgeAlert;
import org.orders.application.inventory.AlertId;
import org.orders.application.inventory.ReadAlerts;

/** Alerts of low stock, for those who run the shop. */
@Tag(name = "Inventory")
@Path("/admin/alerts")
@RunOnVirtualThread
public class AdminAlertResource {

  private final ReadAlerts readAlerts;
  private final AcknowledgeAlert acknowledgeAlert;
  private final CurrentCaller caller;
  private final Answers answers;
  private final ListRequest list;

  AdminAlertResource(
      ReadAlerts readAlerts,
      AcknowledgeAlert acknowledgeAlert,
      CurrentCaller caller,
      Answers answers,
      ListRequest list) {
    this.readAlerts = readAlerts;
    this.acknowledgeAlert = acknowledgeAlert;
    this.caller = caller;
    this.answers = answers;
    this.list = list;
  }

  @GET
  @Performs(Operation.LIST_ALERTS)
  @Described(
      summary = "Lists open alerts of low stock",
      description =
          """
          One for each time a product fell to its `lowStockThreshold`; it closes by itself once there is more again, or
          the product is taken off sale. Newest first.""",
      form = Form.PAGE,
      answers = AlertJson.class)
  public Response listAlerts() {
    return list.page(List.of(), readAlerts::list, AlertJson::of);
  }

  @GET
  @Path("/{id}")
  @Performs(Operation.READ_ALERT)
  @Described(
      summary = "Shows an alert",
      description = "Closed ones too.",
      answers = AlertJson.class)
  public Response readAlert(@PathParam("id") String id) {
    return answers.found(AlertJson.of(readAlerts.read(alertId(id))));
  }

  @PUT
  @Path("/{id}")
  @Performs(Operation.ACKNOWLEDGE_ALERT)
  @Described(
      summary = "Acknowledges an alert",
      description = "The first who does so is named; it stays open while stock is low.",
      answers = AlertJson.class)
  public Response acknowledgeAlert(@PathParam("id") String id, AcknowledgeAlertJson body) {
    var command =
        new AcknowledgeAlert.Command(
            caller.actor(), alertId(id), answers.precondition(AlertJson::of));
    return answers.once(
        command, acknowledgeAlert::acknowledge, alert -> Answer.ok(AlertJson.of(alert)));
  }

  private static AlertId alertId(String id) {
    return new AlertId(Ids.inPath(id, "alert"));
  }
}
