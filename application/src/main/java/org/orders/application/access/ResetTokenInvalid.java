package org.orders.application.access;

import org.orders.domain.shared.Refusal;

/** No password can be set by this token: it is none, was used, or is too old. */
public final class ResetTokenInvalid extends Refusal {

  private static final long serialVersionUID = 1L;

  public ResetTokenInvalid() {
    super(
        Kind.NOT_FOUND,
        "reset-token-invalid",
        "No password can be set by this token: it is not one of ours, was used, or is too old.");
  }
}
