package org.orders.adapter.localpostgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder in which one local server lives: its binaries, cluster, password, logs and locks.
 *
 * <p>Nobody but the owner may look inside it.
 *
 * @param root an absolute path without symbolic links
 */
record ServerDirectory(Path root) {

  private static final int LOGS_KEPT = 10;

  /** Makes the folder, or takes the one that is there. */
  static ServerDirectory open(Path wanted) {
    try {
      Path parent = wanted.toAbsolutePath().normalize();
      Files.createDirectories(parent);
      Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx------"));
      return new ServerDirectory(parent.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      throw new LocalPostgresFailure(
          "The data directory "
              + wanted
              + " cannot be used ("
              + e
              + "). It must belong to the user who runs the service; ORDERS_DATA_DIR names another.",
          e);
    }
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  /** Where a new cluster grows until it is whole: a crash in between leaves no half of one. */
  Path unfinishedCluster() {
    return root.resolve("cluster.unfinished");
  }

  Path startLock() {
    return root.resolve("start.lock");
  }

  Path usersLock() {
    return root.resolve("users.lock");
  }

  /** What the server says until its own log file is open. */
  Path startupLog() {
    return root.resolve("startup.log");
  }

  /** What the last {@code initdb} or {@code pg_ctl} said. */
  Path commandLog() {
    return root.resolve("command.log");
  }

  private Path passwordFile() {
    return root.resolve("password");
  }

  boolean hasCluster() {
    return Files.exists(cluster().resolve("PG_VERSION"));
  }

  /** The numeric id of the user whose files these become: the one this process runs as. */
  int owner() throws IOException {
    Path probe = Files.createTempFile(root, "owner", ".probe");
    try {
      return uid(probe);
    } finally {
      Files.delete(probe);
    }
  }

  static int uid(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** The password of the server's roles: random, made once, readable by the owner alone. */
  String password() throws IOException {
    if (Files.exists(passwordFile())) {
      return Files.readString(passwordFile()).strip();
    }
    if (hasCluster()) {
      throw new LocalPostgresFailure(
          "The password of the local PostgreSQL is gone: "
              + passwordFile()
              + " is missing beside its cluster. Put it back, or move "
              + root
              + " away to begin anew.");
    }
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    Path fresh = root.resolve("password.unfinished");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, password + "\n");
    try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(fresh, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  Path passwordPath() {
    return passwordFile();
  }

  /** The server rotates its logs by size and day but deletes none: this keeps the newest. */
  void pruneLogs() throws IOException {
    Path logs = cluster().resolve("log");
    if (!Files.isDirectory(logs)) {
      return;
    }
    List<Path> oldestFirst;
    try (Stream<Path> files = Files.list(logs)) {
      oldestFirst =
          files.filter(file -> file.getFileName().toString().endsWith(".log")).sorted().toList();
    }
    for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - LOGS_KEPT))) {
      Files.delete(old);
    }
  }

  /** The end of what the server and its commands last said, for a message about a failure. */
  String lastWords() {
    StringBuilder words = new StringBuilder();
    for (Path log : List.of(commandLog(), startupLog())) {
      try {
        List<String> lines = Files.readAllLines(log);
        lines
            .subList(Math.max(0, lines.size() - 8), lines.size())
            .forEach(line -> words.append("\n  ").append(line));
      } catch (IOException e) {
        // Nothing was said there.
      }
    }
    return words.toString();
  }
}
