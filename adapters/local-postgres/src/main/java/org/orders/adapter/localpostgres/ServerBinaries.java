package org.orders.adapter.localpostgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs of this machine's kind, unpacked from the class path.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record ServerBinaries(Path home) {

  Path initdb() {
    return home.resolve("bin/initdb");
  }

  Path pgCtl() {
    return home.resolve("bin/pg_ctl");
  }

  /** The major version of these programs: only a cluster of the same one can be served. */
  String majorVersion() throws IOException {
    // `postgres --version` would do as well, but not for root.
    String sample = Files.readString(home.resolve("share/postgresql/postgres.bki"));
    String firstLine = sample.lines().findFirst().orElse("");
    return firstLine.replace("# PostgreSQL", "").strip();
  }

  /**
   * Unpacks the programs below {@code parent}, once: a second call finds them.
   *
   * <p>They are unpacked aside and moved in one step, so a crash in between leaves nothing that
   * could be taken for a whole server.
   */
  static ServerBinaries unpackBelow(Path parent) throws IOException {
    String archive = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
    Path home = parent.resolve("server-" + digest(archive));
    if (!Files.isDirectory(home)) {
      Path unfinished = parent.resolve("server.unfinished");
      deleteAll(unfinished);
      unpack(archive, unfinished);
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new ServerBinaries(home);
  }

  static String archiveName(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "darwin" : os.contains("linux") ? "linux" : os;
    String machine =
        switch (osArch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  private static InputStream open(String archive) {
    @Nullable InputStream packed =
        ServerBinaries.class.getClassLoader().getResourceAsStream(archive);
    if (packed == null) {
      throw new LocalPostgresFailure(
          "This build holds no PostgreSQL for this kind of machine ("
              + archive
              + "). Give QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD of a server of yours.");
    }
    return packed;
  }

  private static String digest(String archive) throws IOException {
    try (InputStream packed = open(archive)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[1 << 16];
      for (int read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static void unpack(String archive, Path target) throws IOException {
    try (InputStream packed = open(archive);
        TarArchiveInputStream files =
            new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      Files.createDirectories(
          target,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      for (TarArchiveEntry entry = files.getNextEntry();
          entry != null;
          entry = files.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("An entry leads out of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(files, file);
          boolean program = target.relativize(file).startsWith("bin");
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
      }
    }
  }

  static void deleteAll(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
