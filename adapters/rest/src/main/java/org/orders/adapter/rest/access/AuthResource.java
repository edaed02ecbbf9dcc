package org.orders.adapter.rest.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.orders.adapter.rest.answer.Answers;
import org.orders.adapter.rest.gate.CurrentCaller;
import org.orders.adapter.rest.gate.Performs;
import org.orders.adapter.rest.openapi.Described;
import org.orders.adapter.rest.openapi.Form;
import org.orders.adapter.rest.problem.Problem;
import org.orders.adapter.rest.problem.Problems;
import org.orders.application.access.ChangePassword;
import org.orders.application.access.InvalidCredentials;
import org.orders.application.access.IssueClientToken;
import org.orders.application.access.LogIn;
import org.orders.application.access.LogOut;
import org.orders.application.access.Operation;
import org.orders.application.access.Password;
import org.orders.application.access.RefreshSession;
import org.orders.application.access.RequestPasswordReset;
import org.orders.application.access.ResetPassword;
import org.orders.domain.shared.EmailAddress;

/** Coming in and going out. */
@Tag(name = "Access")
@Path("/auth")
@RunOnVirtualThread
public class AuthResource {

  private final LogIn logIn;
  private final RefreshSession refreshSession;
  private final LogOut logOut;
  private final ChangePassword changePassword;
  private final IssueClientToken issueClientToken;
  private final RequestPasswordReset requestPasswordReset;
  private final ResetPassword resetPassword;
  private final CurrentCaller caller;
  private final Answers answers;
  private final Problems problems;
  private final HttpServerRequest request;

  AuthResource(
      LogIn logIn,
      RefreshSession refreshSession,
      LogOut logOut,
      ChangePassword changePassword,
      IssueClientToken issueClientToken,
      RequestPasswordReset requestPasswordReset,
      ResetPassword resetPassword,
      CurrentCaller caller,
      Answers answers,
      Problems problems,
      HttpServerRequest request) {
    this.logIn = logIn;
    this.refreshSession = refreshSession;
    this.logOut = logOut;
    this.changePassword = changePassword;
    this.issueClientToken = issueClientToken;
    this.requestPasswordReset = requestPasswordReset;
    this.resetPassword = resetPassword;
    this.caller = caller;
    this.answers = answers;
    this.problems = problems;
    this.request = request;
  }

  @POST
  @Path("/login")
  @Performs(Operation.LOG_IN)
  @Described(
      summary = "Signs in",
      description =
          "Customers sign in with their e-mail address, administrators with their "
              + "username. Failures are limited for one account and for one address.",
      form = Form.CONTENT,
      answers = TokensJson.class)
  public Response logIn(LogInJson body) {
    var command = new LogIn.Command(body.username(), body.password(), address());
    return answers.secret(TokensJson.of(logIn.logIn(command)));
  }

  @POST
  @Path("/refresh")
  @Performs(Operation.REFRESH_SESSION)
  @Described(
      summary = "Exchanges a refresh token",
      description =
          "A refresh token has one successor. Shown again within 10 seconds, while the "
              + "successor is unused, it answers that same successor; otherwise the whole "
              + "session is ended.",
      form = Form.CONTENT,
      answers = TokensJson.class)
  public Response refreshSession(RefreshJson body) {
    return answers.secret(TokensJson.of(refreshSession.refresh(body.refreshToken())));
  }

  @POST
  @Path("/logout")
  @Performs(Operation.LOG_OUT)
  @Described(
      summary = "Signs out",
      description = "Ends the session: its access and refresh tokens are refused from now on.",
      form = Form.NOTHING)
  public Response logOut() {
    logOut.logOut(caller.get());
    return Response.noContent().build();
  }

  @PUT
  @Path("/password")
  @Performs(Operation.CHANGE_PASSWORD)
  @Described(
      summary = "Changes the own password",
      description = "Ends the other sessions.",
      form = Form.NOTHING)
  public Response changePassword(PasswordJson body) {
    changePassword.change(caller.get(), body.currentPassword(), new Password(body.newPassword()));
    return Response.noContent().build();
  }

  @POST
  @Path("/password-resets")
  @Performs(Operation.REQUEST_PASSWORD_RESET)
  @Described(
      summary = "Asks for a mail to set another password",
      description =
          "Where a customer's account has the address, it gets a mail with a token that is good"
              + " once, for 30 minutes; at most 3 an hour. The answer is the same where none has.",
      status = 202,
      form = Form.NOTHING)
  public Response requestPasswordReset(PasswordResetJson body) {
    requestPasswordReset.request(new EmailAddress(body.email()));
    return Response.accepted().header("Cache-Control", "no-store").build();
  }

  @POST
  @Path("/password-resets/{reset}")
  @Performs(Operation.RESET_PASSWORD)
  @Described(
      summary = "Sets another password",
      description =
          "The address ends in the token from the mail. Ends all sessions of the customer.",
      form = Form.NOTHING,
      missing = "reset-token-invalid")
  public Response resetPassword(@PathParam("reset") String reset, NewPasswordJson body) {
    resetPassword.reset(reset, new Password(body.newPassword()));
    return Response.noContent().build();
  }

  @POST
  @Path("/token")
  @Performs(Operation.ISSUE_CLIENT_TOKEN)
  @Described(
      summary = "Signs an internal application in",
      description =
          "The client credentials grant of RFC 6749; the id and secret come as HTTP " + "Basic.",
      form = Form.CONTENT,
      answers = ClientTokenJson.class)
  public Response issueClientToken(TokenFormJson form) {
    if (!form.grant_type().equals("client_credentials")) {
      return problems.response(
          Problem.of(400, "unsupported-grant-type", "Only client_credentials are taken here.")
              .with(Map.of("error", "unsupported_grant_type")));
    }
    try {
      BasicCredentials shown = BasicCredentials.of(request.getHeader("Authorization"));
      return answers.secret(
          ClientTokenJson.of(issueClientToken.issue(shown.name(), shown.secret(), address())));
    } catch (InvalidCredentials refused) {
      return problems.response(
          Problem.of(refused)
              .with(Map.of("error", "invalid_client"))
              .withHeader("WWW-Authenticate", "Basic realm=\"orders\", charset=\"UTF-8\"")
              .withHeader("Cache-Control", "no-store"));
    }
  }

  private String address() {
    return request.remoteAddress() == null ? "" : request.remoteAddress().hostAddress();
  }
}
