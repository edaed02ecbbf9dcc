package org.orders.replay.service;

import org.jspecify.annotations.Nullable;

/** The administrator's session: signed in when first needed, renewed when its token ran out. */
final class Session {

  private final Wire wire;
  private final String username;
  private final String password;
  private @Nullable String accessToken;
  private @Nullable String refreshToken;

  Session(Wire wire, String username, String password) {
    this.wire = wire;
    this.username = username;
    this.password = password;
  }

  /** Signs in where nobody is yet. */
  void open() {
    bearer();
  }

  /** Sends a call as the administrator; a token that is refused is replaced once. */
  Answer send(Call call) {
    String bearer = bearer();
    Answer answer = wire.send(call, bearer);
    return answer.status() == 401 ? wire.send(call, renewed(bearer)) : answer;
  }

  private synchronized String bearer() {
    return accessToken == null ? login() : accessToken;
  }

  /** A token other than the refused one, which somebody else may have replaced already. */
  private synchronized String renewed(String refused) {
    if (accessToken != null && !accessToken.equals(refused)) {
      return accessToken;
    }
    if (refreshToken == null) {
      return login();
    }
    Answer answer =
        wire.send(
            Call.postWithoutKey("/auth/refresh", Wire.object().put("refreshToken", refreshToken)),
            null);
    return answer.isSuccess() ? keep(answer) : login();
  }

  private String login() {
    Call call =
        Call.postWithoutKey(
            "/auth/login", Wire.object().put("username", username).put("password", password));
    Answer answer = wire.send(call, null);
    if (!answer.isSuccess()) {
      throw Refused.by(call, answer);
    }
    return keep(answer);
  }

  private String keep(Answer answer) {
    String token = answer.field("accessToken").asText();
    accessToken = token;
    refreshToken = answer.field("refreshToken").asText();
    return token;
  }
}
