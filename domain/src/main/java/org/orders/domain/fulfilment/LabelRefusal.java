package org.orders.domain.fulfilment;

import java.util.Locale;

/** Why a carrier makes no label: one vocabulary for all carriers. */
public enum LabelRefusal {
  /** The carrier does not go there, or cannot tell where it is. */
  ADDRESS_NOT_DELIVERABLE,
  /** The carrier has no such service, or not for this parcel. */
  SERVICE_NOT_AVAILABLE,
  /** Too heavy, too big, not allowed, or its customs papers are wanting. */
  PARCEL_NOT_ACCEPTED,
  /** Our account at the carrier does not allow it: no funds, no contract. */
  ACCOUNT_NOT_ALLOWED,
  /** The label was voided, or given up before it was bought. */
  VOIDED,
  OTHER;

  /** The published spelling, such as {@code address_not_deliverable}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
