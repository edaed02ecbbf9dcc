package org.orders.application.access;

import java.util.function.Supplier;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.InMemoryTable;

/** Secrets in memory. */
public final class InMemorySecretStore implements SecretStore {

  private final InMemoryTable<String, byte[]> secrets;

  public InMemorySecretStore(InMemoryDatabase database) {
    this.secrets = database.table("secrets");
  }

  @Override
  public byte[] getOrCreate(String name, Supplier<byte[]> create) {
    if (secrets.find(name).isEmpty()) {
      secrets.putIfAbsent(name, create.get().clone());
    }
    return secrets.find(name).orElseThrow().clone();
  }
}
