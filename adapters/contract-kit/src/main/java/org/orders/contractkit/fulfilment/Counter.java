package org.orders.contractkit.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.fulfilment.CarrierReference;
import org.orders.domain.fulfilment.LabelOutcome;
import org.orders.domain.fulfilment.LabelPreparation;
import org.orders.domain.fulfilment.LabelRequest;
import org.orders.domain.fulfilment.ServiceName;
import org.orders.domain.fulfilment.ShipmentId;
import org.orders.domain.fulfilment.ShippingCarrier;
import org.orders.domain.order.OrderNumber;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.Contact;
import org.orders.domain.shared.CountryCode;
import org.orders.domain.shared.EmailAddress;
import org.orders.domain.shared.Money;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/** Where the tests hand in parcels: it makes requests and walks them through the carrier. */
public final class Counter {

  /** A country to which no carrier under test delivers: nobody lives in Antarctica. */
  public static final String NOWHERE = "AQ";

  /** A service that no carrier under test has. */
  public static final String NO_SERVICE = "NoSuchService";

  /** Of a recipient: what must be seen nowhere but on the label. */
  static final String NAME = "Adelheid Quittenbaum";

  static final String STREET = "Sonderburger Zeile 417";
  static final String EMAIL = "adelheid.quittenbaum@example.org";
  static final String PHONE = "+4930901820417";

  private final ShippingCarrier carrier;

  Counter(CarrierBench bench) {
    this.carrier = bench.carrier();
  }

  /** A parcel that nobody has heard of yet, to a good address. */
  public static LabelRequest newRequest() {
    return request("DE", null);
  }

  /** As {@link #newRequest}, to an address that no carrier reaches. */
  public static LabelRequest toNowhere() {
    return request(NOWHERE, null);
  }

  /** As {@link #newRequest}, by that service. */
  public static LabelRequest by(String service) {
    return request("DE", new ServiceName(service));
  }

  private static LabelRequest request(String country, @Nullable ServiceName service) {
    return new LabelRequest(
        new ShipmentId(UUID.randomUUID()),
        new OrderNumber("100417"),
        new Contact(new PersonName(NAME), new EmailAddress(EMAIL), new PhoneNumber(PHONE)),
        new Address(STREET, null, "Berlin", null, "13347", new CountryCode(country)),
        List.of(
            new LabelRequest.Line(
                new Sku("TEA-1"),
                new ProductName("Green tea"),
                2,
                Money.of("price", new BigDecimal("4.90"), Currency.getInstance("EUR")))),
        service);
  }

  CarrierReference prepare(LabelRequest request) {
    LabelPreparation preparation = carrier.prepare(request);
    assertThat(preparation).isInstanceOf(LabelPreparation.Prepared.class);
    return ((LabelPreparation.Prepared) preparation).reference();
  }

  /** Prepares and buys; a refusal may come at either step. */
  LabelOutcome ask(LabelRequest request) {
    return switch (carrier.prepare(request)) {
      case LabelPreparation.Prepared(var reference) -> carrier.buyLabel(request, reference);
      case LabelPreparation.Refused(var reason) -> new LabelOutcome.Refused(reason);
      case LabelPreparation.Unavailable() -> new LabelOutcome.Unknown();
    };
  }

  /** A label that was bought. */
  Parcel buy() {
    LabelRequest request = newRequest();
    CarrierReference reference = prepare(request);
    return new Parcel(request, reference, bought(carrier.buyLabel(request, reference)));
  }

  static LabelOutcome.Bought bought(LabelOutcome outcome) {
    assertThat(outcome).isInstanceOf(LabelOutcome.Bought.class);
    return (LabelOutcome.Bought) outcome;
  }

  /** A parcel with its label. */
  record Parcel(LabelRequest request, CarrierReference reference, LabelOutcome.Bought label) {

    ShipmentId shipment() {
      return request.shipment();
    }

    TrackingNumber tracking() {
      return label.tracking();
    }
  }
}
