package org.orders.application.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refresh tokens that say openly what they are for. */
public final class PlainRefreshTokens implements RefreshTokens {

  private static final Pattern TOKEN = Pattern.compile("refresh ([0-9a-f-]{36}) ([0-9]+)");

  @Override
  public String issue(SessionId session, int number) {
    return "refresh " + session.value() + " " + number;
  }

  @Override
  public Optional<Shown> read(String token) {
    Matcher parts = TOKEN.matcher(token);
    return parts.matches()
        ? Optional.of(
            new Shown(
                new SessionId(UUID.fromString(parts.group(1))), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }
}
