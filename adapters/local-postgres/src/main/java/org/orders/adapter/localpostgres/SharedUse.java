package org.orders.adapter.localpostgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The locks by which several services share one server: the last to leave stops it.
 *
 * <p>They are the operating system's, so a killed service holds none.
 */
final class SharedUse implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final FileChannel users;
  private @Nullable FileLock share;

  private SharedUse(FileChannel users, FileLock share) {
    this.users = users;
    this.share = share;
  }

  /** Counts this process among the users. */
  static SharedUse join(Path usersLock) throws IOException {
    FileChannel users = open(usersLock);
    try {
      @Nullable FileLock share = users.tryLock(0, Long.MAX_VALUE, true);
      if (share != null) {
        return new SharedUse(users, share);
      }
      users.close();
      throw new LocalPostgresFailure("Another program holds " + usersLock);
    } catch (OverlappingFileLockException e) {
      users.close();
      throw new LocalPostgresFailure(
          "This process already uses the local PostgreSQL in " + usersLock.getParent(), e);
    }
  }

  /** Gives up this process' share; answers whether nobody else has one. */
  boolean leave() throws IOException {
    if (share == null) {
      return false;
    }
    share.release();
    share = null;
    @Nullable FileLock alone = users.tryLock();
    if (alone == null) {
      return false;
    }
    alone.release();
    return true;
  }

  @Override
  public void close() throws IOException {
    users.close();
  }

  /** Waits until no other process starts or stops the server; closing the answer lets them. */
  static FileChannel startingOrStopping(Path startLock) throws IOException {
    FileChannel channel = open(startLock);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        if (channel.tryLock() != null) {
          return channel;
        }
      } catch (OverlappingFileLockException e) {
        // Another thread of this process starts or stops it.
      }
      pause();
    }
    channel.close();
    throw new LocalPostgresFailure(
        "Another service has been starting or stopping the local PostgreSQL for "
            + PATIENCE.toMinutes()
            + " minutes (it holds "
            + startLock
            + ")");
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(50));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresFailure("Interrupted while waiting for the local PostgreSQL", e);
    }
  }
}
