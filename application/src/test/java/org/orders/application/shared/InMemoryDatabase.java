package org.orders.application.shared;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orders.domain.shared.ConcurrentChange;

/**
 * A database in memory that behaves as the real one does by default: a transaction sees what others
 * have committed and what it wrote itself, rows that are written are held until its end, and what
 * fails leaves nothing behind.
 */
public final class InMemoryDatabase implements UnitOfWork {

  private static final int RETRIES = 3;

  /** Far more than any test waits for; whoever waits longer waits in a circle. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final ThreadLocal<@Nullable Writes> current = new ThreadLocal<>();
  private final Map<Row, Writes> held = new HashMap<>();
  private final Map<String, InMemoryTable<?, ?>> tables = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private int transactions;

  private record Row(InMemoryTable<?, ?> table, Object key) {}

  /** What one transaction wrote. */
  static final class Writes {

    private final Map<InMemoryTable<?, ?>, Map<Object, Optional<Object>>> byTable =
        new LinkedHashMap<>();
    private final List<Runnable> last = new ArrayList<>();

    /** Only {@link #write} adds to it, with the types of the table. */
    @SuppressWarnings("unchecked")
    <K, V> Map<K, Optional<V>> of(InMemoryTable<K, V> table) {
      return (Map<K, Optional<V>>)
          (Map<?, ?>) byTable.computeIfAbsent(table, none -> new LinkedHashMap<>());
    }
  }

  /** The table with this name, which is made when it is first asked for. */
  @SuppressWarnings("unchecked") // whoever names a table twice means the same rows
  public synchronized <K, V> InMemoryTable<K, V> table(String name) {
    return (InMemoryTable<K, V>)
        tables.computeIfAbsent(name, made -> new InMemoryTable<K, V>(this));
  }

  /** The next number of a sequence, which is given once, whatever comes of the transaction. */
  public synchronized long next(String sequence) {
    return sequences.merge(sequence, 1L, Long::sum);
  }

  @Override
  public <R> R run(Supplier<R> work) {
    if (isInTransaction()) {
      return work.get();
    }
    for (int retry = 0; ; retry++) {
      try {
        return runOnce(work);
      } catch (ConcurrentChange collision) {
        if (retry == RETRIES) {
          throw collision;
        }
      }
    }
  }

  public boolean isInTransaction() {
    return current.get() != null;
  }

  /** Does something as the last thing of the present transaction, before it commits. */
  public void beforeCommit(Runnable action) {
    transaction().last.add(action);
  }

  /** How many transactions were begun so far. */
  public synchronized int transactions() {
    return transactions;
  }

  private <R> R runOnce(Supplier<R> work) {
    Writes writes = begin();
    try {
      R result = work.get();
      writes.last.forEach(Runnable::run);
      commit(writes);
      return result;
    } finally {
      current.remove();
      release(writes);
    }
  }

  private synchronized Writes begin() {
    transactions++;
    Writes writes = new Writes();
    current.set(writes);
    return writes;
  }

  private synchronized void commit(Writes writes) {
    writes.byTable.keySet().forEach(table -> commit(table, writes));
  }

  private static <K, V> void commit(InMemoryTable<K, V> table, Writes writes) {
    table.commit(writes.of(table));
  }

  private synchronized void release(Writes writes) {
    held.values().removeIf(holder -> holder == writes);
    notifyAll();
  }

  synchronized <R> R look(Function<@Nullable Writes, R> at) {
    return at.apply(current.get());
  }

  synchronized <K, V> void write(InMemoryTable<K, V> table, K key, Optional<V> row) {
    transaction().of(table).put(key, row);
  }

  synchronized boolean tryAcquire(InMemoryTable<?, ?> table, Object key) {
    Writes mine = transaction();
    return held.computeIfAbsent(new Row(table, key), free -> mine) == mine;
  }

  synchronized void acquire(InMemoryTable<?, ?> table, Object key) {
    long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!tryAcquire(table, key)) {
      long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new ConcurrentChange();
      }
      try {
        wait(left);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stop);
      }
    }
  }

  private Writes transaction() {
    Writes writes = current.get();
    if (writes == null) {
      throw new IllegalStateException("this takes part in a transaction, and there is none");
    }
    return writes;
  }
}
