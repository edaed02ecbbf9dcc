package org.orders.contractkit.fulfilment;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.orders.domain.fulfilment.ShippingCarrier;

/** What the groups of tests share: a bench of their own for each test. */
abstract class ContractGroup {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  CarrierBench bench;
  ShippingCarrier carrier;
  Counter counter;

  abstract CarrierBench newBench();

  @BeforeEach
  void setUp() {
    bench = newBench();
    carrier = bench.carrier();
    counter = new Counter(bench);
  }

  @AfterEach
  void tearDown() {
    bench.close();
  }
}
