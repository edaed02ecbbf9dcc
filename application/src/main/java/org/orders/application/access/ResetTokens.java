package org.orders.application.access;

import java.util.Optional;

/** Writes and reads the tokens that mails carry; the same wish makes the same token. */
public interface ResetTokens {

  String issue(ResetId reset);

  /** The wish that the token is for, where it is one of ours. */
  Optional<ResetId> read(String token);
}
