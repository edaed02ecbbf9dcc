package org.orders.application.access;

import java.util.function.Supplier;

/** Where keys are kept that all replicas share and no restart may change. */
public interface SecretStore {

  /**
   * The secret with this name; where there is none yet it is made, and of several replicas that
   * make one at once, all get the same.
   */
  byte[] getOrCreate(String name, Supplier<byte[]> create);
}
