package org.orders.application.shared;

/** A keyed hash that tells requests apart without telling what was in them. */
public interface Fingerprints {

  /** The same for the same content on all replicas, across restarts. */
  String of(String content);
}
