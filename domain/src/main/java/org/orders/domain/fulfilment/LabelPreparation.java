package org.orders.domain.fulfilment;

/** What came of announcing a parcel to a carrier. In no case was a label bought. */
public sealed interface LabelPreparation {

  /**
   * The carrier knows the request by this name, which is to be committed before a label is bought.
   */
  record Prepared(CarrierReference reference) implements LabelPreparation {}

  /** The carrier will never take this parcel as it is. */
  record Refused(LabelRefusal reason) implements LabelPreparation {}

  /**
   * No clear answer. It may be prepared again at any time: a request whose reference nobody
   * committed is never bought.
   */
  record Unavailable() implements LabelPreparation {}
}
