package org.orders.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.orders.adapter.mail.MailSettings.Server;
import org.orders.adapter.mail.MailSettings.Way;

class MailSettingsTest {

  @Test
  void withoutAServerMailsGoToAFolderBesideTheData() {
    MailSettings settings = settings(Map.of("orders.data.dir", "somewhere"));

    assertThat(settings.way()).isEqualTo(Way.MAILBOX);
    assertThat(settings.mailbox()).isEqualTo(Path.of("somewhere", "mailbox"));
  }

  @Test
  void whereThereIsAServerMailsGoToItAndOtherwiseIfSomebodySaysSo() {
    assertThat(settings(Map.of("orders.mail.host", "mail")).way()).isEqualTo(Way.SMTP);
    assertThat(settings(Map.of("orders.mail.host", "mail", "orders.mail.delivery", "OFF")).way())
        .isEqualTo(Way.OFF);
    assertThat(
            settings(Map.of("orders.mail.host", "mail", "orders.mail.delivery", "mailbox")).way())
        .isEqualTo(Way.MAILBOX);
  }

  @Test
  void aPasswordIsOnlySentOverAnEncryptedConnectionUnlessSomebodySaysOtherwise() {
    assertThat(server(Map.of("orders.mail.host", "mail")).startTls()).isEqualTo("OPTIONAL");
    Map<String, String> account = Map.of("orders.mail.host", "mail", "orders.mail.username", "me");
    assertThat(server(account).startTls()).isEqualTo("REQUIRED");
  }

  @Test
  void thePasswordIsNotPrinted() {
    Map<String, String> all =
        Map.of(
            "orders.mail.host", "mail",
            "orders.mail.username", "me",
            "orders.mail.password", "open sesame");

    assertThat(settings(all).toString()).contains("mail:25").doesNotContain("sesame");
  }

  @Test
  void aSenderMayHaveANameInAnyScript() {
    MailSettings settings = settings(Map.of("orders.mail.from", "ร้านโคมไฟ <shop@bücher.example>"));

    assertThat(settings.from())
        .isEqualTo(new MailAddress("shop@xn--bcher-kva.example", "ร้านโคมไฟ"));
    assertThat(settings.domain()).isEqualTo("xn--bcher-kva.example");
  }

  @Test
  void whatCannotBeMeantIsRefusedAtTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("orders.mail.delivery", "pigeon")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("orders.mail.delivery", "smtp")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(Map.of("orders.mail.from", "nobody")));
  }

  private static Server server(Map<String, String> values) {
    return Objects.requireNonNull(settings(values).server());
  }

  private static MailSettings settings(Map<String, String> values) {
    Config config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withSources(new io.smallrye.config.PropertiesConfigSource(values, "test", 100))
            .build();
    return MailSettings.of(config);
  }
}
