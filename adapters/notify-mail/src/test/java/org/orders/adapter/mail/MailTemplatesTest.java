package org.orders.adapter.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orders.adapter.mail.MailTemplates.Written;
import org.orders.application.inventory.InventoryBooks.Check;
import org.orders.application.notification.Mail;
import org.orders.domain.Samples;
import org.orders.domain.order.Order;

@QuarkusTest
class MailTemplatesTest {

  @Inject Engine engine;

  @Test
  void thereIsASampleOfEachSortOfMail() {
    assertThat(SampleMails.all().stream().map(Mail::getClass).collect(Collectors.toSet()))
        .isEqualTo(Set.of(Mail.class.getPermittedSubclasses()));
  }

  @Test
  void eachSortOfMailHasASubjectATextAndAPage() {
    for (Mail mail : SampleMails.all()) {
      Written written = write(mail);

      assertThat(written.subject()).startsWith("The Lamp Shop: ").doesNotContain("\n");
      assertThat(written.text()).contains("Hello ").doesNotContain("Subject:", "{", "<");
      assertThat(written.html())
          .startsWith("<!DOCTYPE html>")
          .endsWith("</html>\n")
          .contains("Hello ")
          .doesNotContain("{");
    }
  }

  @Test
  void anOrderIsListedLineByLine() {
    Written written = write(new Mail.OrderPlaced(SampleMails.order(SampleMails.EUR, "Ann Lee")));

    assertThat(written.subject()).contains("100700");
    assertThat(written.text())
        .contains("Hello Ann Lee,")
        .contains("1 March 2026, 09:30 UTC")
        .contains("- 1 x Lamp & shade (SKU-1), 12.50 EUR each: 12.50 EUR\n")
        .contains("- 3 x โคมไฟ (SKU-2), 0.99 EUR each: 2.97 EUR\n")
        .contains("Total: 15.47 EUR")
        .contains("\nHauptstr. 5\nc/o Meier\n50667 Köln\nDE\n");
    assertThat(written.html())
        .contains("Lamp &amp; shade")
        .contains("โคมไฟ")
        .contains("2.97 EUR")
        .contains("15.47 EUR")
        .contains("c/o Meier");
  }

  @Test
  void aParcelIsListedPieceByPieceAndCanBeFollowed() {
    Order order = SampleMails.order(SampleMails.EUR, "Ann Lee");
    Written written =
        write(
            new Mail.OrderShipped(
                order,
                SampleMails.shipment(order),
                SampleMails.parts(order),
                SampleMails.TRACKING));

    assertThat(written.text())
        .contains("- 1 x Lamp & shade (SKU-1)\n")
        .contains("RR123456785DE")
        .contains("Follow it here: " + SampleMails.TRACKING + "\n");
    assertThat(written.html())
        .contains("Lamp &amp; shade")
        .contains("href=\"https://shop.example/track?parcel=1&amp;number=RR123456785DE\"");
  }

  @Test
  void driftsAreCountedAndNobodyIsNamed() {
    assertThat(write(new Mail.DriftsFound(new Check(Samples.NOW, 1))).text())
        .isEqualTo(
            """
            Hello administrator,

            the books of stock were compared on 1 March 2026, 09:30 UTC and disagree in 1 place; the time before they agreed.
            POST /admin/inventory/reconcile compares them again and says where. Nothing was changed by itself.

            You get this mail because you asked for mails about stock, once until the books have agreed again. PUT /admin/me/notifications ends it.

            --\s
            The Lamp Shop
            """);
    assertThat(write(new Mail.DriftsFound(new Check(Samples.NOW, 12_000))).text())
        .contains("disagree in 12000 places;");
  }

  @Test
  void amountsHaveTheDecimalsOfTheirCurrencyWhateverTheMachineIsSetTo() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(placedIn("EUR")).contains("Total: 15.47 EUR").contains("1 March 2026, 09:30 UTC");
      assertThat(placedIn("JPY")).contains("Total: 1547 JPY");
      assertThat(placedIn("KWD")).contains("Total: 1.547 KWD");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void whatPeopleWroteIsTextOnThePage() {
    String name = "<b>สมชาย</b> \"&'<script>alert(1)</script>";

    for (Mail mail :
        new Mail[] {
          new Mail.OrderPlaced(SampleMails.order(SampleMails.EUR, name)),
          new Mail.OrderCancelled(SampleMails.order(SampleMails.EUR, name))
        }) {
      Written written = write(mail);
      assertThat(written.html())
          .contains("&lt;b&gt;สมชาย&lt;/b&gt;")
          .doesNotContain("<b>สมชาย", "<script");
      assertThat(written.text()).contains(name);
    }
  }

  @Test
  void aNameOfSeveralLinesStaysOnOne() {
    Written written =
        write(new Mail.OrderPlaced(SampleMails.order(SampleMails.EUR, "Ann\r\nSubject: x\n\nLee")));

    assertThat(written.text()).contains("Hello Ann Subject: x Lee,");
  }

  @Test
  void templatesThatLookLikeOursInNamesAreText() {
    Written written =
        write(new Mail.OrderPlaced(SampleMails.order(SampleMails.EUR, "{mail.order} {shop}")));

    assertThat(written.text()).contains("Hello {mail.order} {shop},");
  }

  private String placedIn(String currency) {
    return write(new Mail.OrderPlaced(SampleMails.order(Currency.getInstance(currency), "Ann Lee")))
        .text();
  }

  private Written write(Mail mail) {
    return new MailTemplates(engine, "The Lamp Shop").write(mail);
  }
}
