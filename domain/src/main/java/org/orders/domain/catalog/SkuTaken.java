package org.orders.domain.catalog;

import org.orders.domain.shared.Refusal;

/** Another product has this sku. */
public final class SkuTaken extends Refusal {

  private static final long serialVersionUID = 1L;

  public SkuTaken() {
    super(Kind.CONFLICT, "sku-taken", "A product has this sku already.");
  }
}
