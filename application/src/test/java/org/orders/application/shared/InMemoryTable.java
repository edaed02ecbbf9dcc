package org.orders.application.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows by key, as the present transaction sees them: what was committed, and on top what the
 * transaction wrote. Rows stand in the order in which they came.
 *
 * @param <K> the key
 * @param <V> the row, which is immutable
 */
public final class InMemoryTable<K, V> {

  private final InMemoryDatabase database;
  private final Map<K, V> committed = new LinkedHashMap<>();

  InMemoryTable(InMemoryDatabase database) {
    this.database = database;
  }

  public Optional<V> find(K key) {
    return database.look(
        writes ->
            writes != null && writes.of(this).containsKey(key)
                ? writes.of(this).get(key)
                : Optional.ofNullable(committed.get(key)));
  }

  /** The row, held against other writers until the transaction ends. */
  public Optional<V> lock(K key) {
    database.acquire(this, key);
    return find(key);
  }

  /** Whether the row is this transaction's now; nobody waits for it. */
  public boolean tryLock(K key) {
    return database.tryAcquire(this, key);
  }

  /** Writes the row, whoever has to wait for it. */
  public void put(K key, V row) {
    database.run(() -> write(key, Optional.of(row)));
  }

  /** Writes the row where there is none, and says whether it did. */
  public boolean putIfAbsent(K key, V row) {
    return database.run(
        () -> {
          if (lock(key).isPresent()) {
            return false;
          }
          write(key, Optional.of(row));
          return true;
        });
  }

  public void remove(K key) {
    database.run(() -> write(key, Optional.empty()));
  }

  /** Removes rows that match, a bounded number of them, passing over those that others hold. */
  public int removeSome(Predicate<V> condition, int max) {
    return database.run(
        () -> {
          List<K> keys =
              rows().entrySet().stream()
                  .filter(entry -> condition.test(entry.getValue()))
                  .map(Map.Entry::getKey)
                  .filter(this::tryLock)
                  .limit(max)
                  .toList();
          keys.forEach(this::remove);
          return keys.size();
        });
  }

  public List<V> values() {
    return new ArrayList<>(rows().values());
  }

  public Map<K, V> rows() {
    return database.look(
        writes -> {
          Map<K, V> rows = new LinkedHashMap<>(committed);
          if (writes != null) {
            apply(writes.of(this), rows);
          }
          return rows;
        });
  }

  void commit(Map<K, Optional<V>> writes) {
    apply(writes, committed);
  }

  private void write(K key, Optional<V> row) {
    database.acquire(this, key);
    database.write(this, key, row);
  }

  private void apply(Map<K, Optional<V>> writes, Map<K, V> rows) {
    writes.forEach(
        (key, row) ->
            row.ifPresentOrElse(present -> rows.put(key, present), () -> rows.remove(key)));
  }
}
