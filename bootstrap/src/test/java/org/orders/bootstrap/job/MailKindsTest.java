package org.orders.bootstrap.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orders.application.notification.Mail;
import org.orders.application.notification.MailKind;
import org.orders.application.notification.Mails;

/** What belongs to a sort of mail is all there, in the service as it is put together. */
@QuarkusTest
@QuarkusTestResource(PostgresServer.class)
class MailKindsTest {

  @Inject Mails mails;
  @Inject Engine engine;

  @Test
  void everyRecordThatIsAMailHasItsRuleAndItsTemplates() {
    Set<MailKind> records =
        Arrays.stream(Mail.class.getPermittedSubclasses())
            .map(type -> MailKind.of(type.asSubclass(Mail.class)))
            .collect(Collectors.toSet());

    assertThat(mails.kinds()).isEqualTo(records);
    assertThat(records)
        .allSatisfy(
            kind -> {
              assertThat(engine.getTemplate("mail/" + kind + ".txt"))
                  .as("%s.txt", kind)
                  .isNotNull();
              assertThat(engine.getTemplate("mail/" + kind + ".html"))
                  .as("%s.html", kind)
                  .isNotNull();
            });
  }
}
