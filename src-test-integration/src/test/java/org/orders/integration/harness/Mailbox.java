package org.orders.integration.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The mails that services of this run wrote into their folders since this was opened, whichever of
 * them did: replicas share the work.
 */
public final class Mailbox {

  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Path SERVICES = Path.of("target", "services").toAbsolutePath();

  private final Instant opened = Instant.now().minusSeconds(2);

  /** A mail as it is in its file. */
  public record Mail(Path file, String content) {

    /** The value of a header field, encoded as it is. */
    public String header(String name) {
      return content
          .lines()
          .filter(line -> line.startsWith(name + ": "))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + name + " in " + content))
          .substring(name.length() + 2);
    }

    /** The part for programs that show text alone. */
    public String text() {
      return content.substring(
          content.indexOf("Content-Type: text/plain"), content.indexOf("Content-Type: text/html"));
    }

    /** The part for the others. */
    public String html() {
      return content.substring(content.indexOf("Content-Type: text/html"));
    }
  }

  /** The mails to an address, in no order. */
  public List<Mail> to(String address) {
    return all().filter(mail -> mail.header("To").contains("<" + address + ">")).toList();
  }

  /** The one mail to an address whose subject has this in it; waits for it. */
  public Mail await(String address, String subject) {
    Patience.await(
        "a mail to " + address + " about '" + subject + "'",
        BOUND,
        () -> about(address, subject).findAny().isPresent());
    var found = about(address, subject).toList();
    if (found.size() > 1) {
      throw new AssertionError(found.size() + " mails to " + address + " about " + subject);
    }
    return found.getFirst();
  }

  private Stream<Mail> about(String address, String subject) {
    return to(address).stream().filter(mail -> mail.header("Subject").contains(subject));
  }

  /** Only folders of mails are looked into: elsewhere files go while one looks. */
  private Stream<Mail> all() {
    return files(SERVICES.toFile())
        .map(service -> service.toPath().resolve(Path.of("data", "mailbox")).toFile())
        .flatMap(Mailbox::files)
        .filter(file -> file.getName().endsWith(".eml"))
        .filter(file -> file.lastModified() >= opened.toEpochMilli())
        .map(file -> read(file.toPath()));
  }

  private static Stream<File> files(File folder) {
    var files = folder.listFiles();
    return files == null ? Stream.empty() : Stream.of(files);
  }

  private static Mail read(Path file) {
    try {
      return new Mail(file, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
