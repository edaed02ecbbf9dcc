package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRefusal;
import org.orders.domain.fulfilment.LabelRequest;

/** A no is a no, with its reason in the words of the house. */
abstract class RefusingContract extends ContractGroup {

  @Test
  void whereNoCarrierGoesNoLabelIsSold() {
    LabelRequest request = Counter.toNowhere();

    assertThat(counter.ask(request))
        .isEqualTo(new LabelOutcome.Refused(LabelRefusal.ADDRESS_NOT_DELIVERABLE));
    assertThat(bench.books().labels(request.shipment())).isEmpty();
  }

  @Test
  void aServiceThatIsNotThereIsCalledThat() {
    LabelRequest request = Counter.by(Counter.NO_SERVICE);

    assertThat(counter.ask(request))
        .isEqualTo(new LabelOutcome.Refused(LabelRefusal.SERVICE_NOT_AVAILABLE));
    assertThat(bench.books().labels(request.shipment())).isEmpty();
  }

  @Test
  void aRefusalIsRepeated() {
    LabelRequest request = Counter.toNowhere();

    LabelOutcome first = counter.ask(request);

    assertThat(counter.ask(request)).isEqualTo(first);
    if (carrier.prepare(request) instanceof LabelPreparation.Prepared(CarrierReference reference)) {
      assertThat(carrier.buyLabel(request, reference)).isEqualTo(first);
    }
  }
}
