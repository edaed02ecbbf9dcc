package org.orders.adapter.mail;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jboss.logging.Logger;
import org.orders.application.notification.MailSender.Delivery;

/**
 * A folder that mails go to where there is no mail server, one file each. A mail that is sent again
 * replaces itself, and nobody ever sees half of one. Only the service's own user may read them.
 */
final class MailboxFolder implements Carrier {

  private static final Logger LOG = Logger.getLogger(MailboxFolder.class);
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private final Path folder;

  MailboxFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Delivery carry(FinishedMail mail) {
    try {
      Files.createDirectories(folder, mode("rwx------"));
      Path unfinished = Files.createTempFile(folder, "." + mail.id(), ".tmp", mode("rw-------"));
      try {
        Files.write(unfinished, EmlFile.bytes(mail));
        Files.move(
            unfinished,
            folder.resolve(mail.id() + ".eml"),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      return Delivery.sent();
    } catch (IOException failure) {
      // Names of files only: no mail stands in its own name.
      LOG.debugf(failure, "The mail %s could not be written", mail.id());
      return Delivery.notNow("mailbox-not-writable");
    }
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
