package org.orders.adapter.rest.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answer;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.openapi.Described;
import org.orders.application.access.ChangeWishes;
import org.orders.application.access.Operation;
import org.orders.application.access.ReadWishes;

/** What the administrator who asks wants to be told by mail. */
@Tag(name = "Access")
@Path("/admin/me/notifications")
@RunOnVirtualThread
public class AdminWishesResource {

  private final ReadWishes readWishes;
  private final ChangeWishes changeWishes;
  private final CurrentCaller caller;
  private final Answers answers;

  AdminWishesResource(
      ReadWishes readWishes, ChangeWishes changeWishes, CurrentCaller caller, Answers answers) {
    this.readWishes = readWishes;
    this.changeWishes = changeWishes;
    this.caller = caller;
    this.answers = answers;
  }

  @GET
  @Performs(Operation.READ_WISHES)
  @Described(
      summary = "Shows what mails an administrator wants",
      description = "Those of whoever asks.",
      answers = WishesJson.class)
  public Response readWishes() {
    return answers.found(WishesJson.of(readWishes.read(caller.actor())));
  }

  @PUT
  @Performs(Operation.CHANGE_WISHES)
  @Described(
      summary = "Says what mails an administrator wants",
      description = "Those of whoever asks, as a whole: an address that is not sent is forgotten.",
      answers = WishesJson.class)
  public Response changeWishes(WishesJson wishes) {
    var command =
        new ChangeWishes.Command(
            caller.actor(), wishes.toWishes(), answers.precondition(WishesJson::of));
    return answers.once(
        command, changeWishes::change, changed -> Answer.ok(WishesJson.of(changed)));
  }
}
