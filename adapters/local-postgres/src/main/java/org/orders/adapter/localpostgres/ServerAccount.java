package org.orders.adapter.localpostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account under which the server runs: the caller's own, or, because PostgreSQL refuses to run
 * as root, one without root's powers.
 *
 * @param prefix what stands before each command to run it under this account
 * @param uid the owner that the server's files must have
 */
record ServerAccount(List<String> prefix, int uid) {

  private static final int ROOT = 0;
  private static final int NOBODY = 65534;

  /** Finds the account for a caller with the given numeric user id. */
  static ServerAccount forCaller(int caller) {
    if (caller != ROOT) {
      return new ServerAccount(List.of(), caller);
    }
    // In a user namespace of its own the server is not root, yet its files stay the caller's.
    ServerAccount namespaced = new ServerAccount(List.of("unshare", "-U"), ROOT);
    if (namespaced.runs("sh", "-c", "test \"$(id -u)\" != 0")) {
      return namespaced;
    }
    ServerAccount nobody =
        new ServerAccount(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);
    if (nobody.runs("true")) {
      return nobody;
    }
    throw new LocalPostgresFailure(
        "PostgreSQL does not run as root, and neither `unshare -U` nor `setpriv` works here to run"
            + " it without root's powers. Start the service as an ordinary user, or give"
            + " QUARKUS_DATASOURCE_JDBC_URL of a server of yours.");
  }

  /**
   * Leaves a stranger's files alone, though root could take them: the stranger could never start
   * the server again.
   */
  void refuseStrangers(Path root, int caller) throws IOException {
    int owner = ServerDirectory.uid(root);
    if (owner != uid && owner != caller) {
      throw new LocalPostgresFailure(
          "The data directory "
              + root
              + " belongs to another user (number "
              + owner
              + "). Start the service as that user, or let ORDERS_DATA_DIR name another.");
    }
  }

  /** Hands the caller's files to this account. */
  void takeOver(Path root, int caller) throws IOException {
    if (uid != caller) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
        }
      }
    }
    if (!prefix.isEmpty() && !runs("test", "-x", root.toString())) {
      throw new LocalPostgresFailure(
          "PostgreSQL does not run as root, and the account it runs as instead cannot enter "
              + root
              + ". ORDERS_DATA_DIR names another directory.");
    }
  }

  private boolean runs(String... command) {
    ProcessBuilder attempt =
        new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of(command)).toList())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      return attempt.start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LocalPostgresFailure("Interrupted while looking for an account", e);
    }
  }
}
