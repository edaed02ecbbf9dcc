package org.orders.adapter.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.orders.application.access.SecretStore;

/** A store as the replicas of one test share it. */
final class InMemorySecrets implements SecretStore {

  private final Map<String, byte[]> secrets = new ConcurrentHashMap<>();

  @Override
  public byte[] getOrCreate(String name, Supplier<byte[]> create) {
    return secrets.computeIfAbsent(name, _ -> create.get()).clone();
  }
}
