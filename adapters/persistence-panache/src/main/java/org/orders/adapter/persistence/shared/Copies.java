package org.orders.adapter.persistence.shared;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CaffeineCache;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Copies of things in one of the platform's caches, each with the mark under which it was read.
 *
 * @param <K> what names a thing
 * @param <V> the things
 */
public final class Copies<K, V> {

  private record Copy<V>(V value, long mark, long readAt) {}

  private final CaffeineCache cache;

  public Copies(Cache cache) {
    this.cache = cache.as(CaffeineCache.class);
  }

  /** The copy, where it was read under this mark. */
  public @Nullable V find(K key, long mark) {
    return find(key, mark, Long.MAX_VALUE);
  }

  /**
   * The copy, where it was read under this mark and not too long ago.
   *
   * @param age the most nanoseconds since its reading began
   */
  public @Nullable V find(K key, long mark, long age) {
    CompletableFuture<Copy<V>> found = cache.getIfPresent(key);
    Copy<V> copy = found == null ? null : found.getNow(null);
    return copy != null && copy.mark == mark && System.nanoTime() - copy.readAt <= age
        ? copy.value
        : null;
  }

  /**
   * Keeps a copy.
   *
   * @param mark as it was before the thing was read
   * @param readAt the time, by {@link System#nanoTime}, before it was read
   */
  public void keep(K key, V value, long mark, long readAt) {
    cache.put(key, CompletableFuture.completedFuture(new Copy<>(value, mark, readAt)));
  }
}
