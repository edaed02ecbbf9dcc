package org.orders.adapter.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a cluster's {@code postmaster.pid} speaks of; it may be long dead.
 *
 * @param pid its process id when the file was written
 * @param port the TCP port it listens on; 0 where the file does not say
 */
record Postmaster(long pid, int port) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  static Optional<Postmaster> of(Path cluster) throws IOException {
    try {
      List<String> lines = Files.readAllLines(file(cluster));
      if (lines.isEmpty() || lines.get(PID_LINE).isBlank()) {
        return Optional.empty();
      }
      int port =
          lines.size() > PORT_LINE && !lines.get(PORT_LINE).isBlank()
              ? Integer.parseInt(lines.get(PORT_LINE).strip())
              : 0;
      return Optional.of(new Postmaster(Long.parseLong(lines.get(PID_LINE).strip()), port));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NumberFormatException e) {
      throw new LocalPostgresFailure(file(cluster) + " is not what PostgreSQL writes", e);
    }
  }

  /**
   * Whether the process lives and serves this cluster. After a reboot another process may have the
   * number; PostgreSQL itself would then refuse to start.
   */
  boolean serves(Path cluster) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty()) {
      return false;
    }
    try {
      // A server's working directory is its cluster.
      return Files.isSameFile(Path.of("/proc", Long.toString(pid), "cwd"), cluster);
    } catch (IOException | SecurityException e) {
      return process
          .flatMap(found -> found.info().command())
          .map(command -> command.endsWith("postgres"))
          .orElse(false);
    }
  }
}
