package org.orders.adapter.persistence.shared;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts the changes of many things, so that whoever keeps a copy of one knows whether it may be
 * old: the mark is taken before the thing is read and kept with the copy, which is believed only as
 * long as the mark is the same. However reading and writing interleave, a copy of what was there
 * before a change is never believed after the change was counted. Things that share a counter cost
 * each other a reading now and then.
 */
public final class Marks {

  private static final int COUNTERS = 4_096;

  private final AtomicLongArray counters = new AtomicLongArray(COUNTERS);
  private final AtomicLong all = new AtomicLong();

  /** The mark of a thing. Both counters only grow, so their sum is the same only if both are. */
  public long of(Object thing) {
    return all.get() + counters.get(place(thing));
  }

  /** Counts a change of a thing. */
  public void change(Object thing) {
    counters.incrementAndGet(place(thing));
  }

  /** Counts a change of everything. */
  public void changeAll() {
    all.incrementAndGet();
  }

  private static int place(Object thing) {
    int hash = thing.hashCode();
    return (hash ^ (hash >>> 12) ^ (hash >>> 24)) & (COUNTERS - 1);
  }
}
