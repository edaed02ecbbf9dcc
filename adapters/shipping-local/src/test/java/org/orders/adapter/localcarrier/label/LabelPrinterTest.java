package org.orders.adapter.localcarrier.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;
import org.orders.domain.shared.CountryCode;

/** What is on a label can be read, by people and by scanners, whatever somebody is called. */
class LabelPrinterTest {

  private static final TrackingNumber TRACKING = new TrackingNumber("CA123456785US");
  private static final LabelPrinter PRINTER = new LabelPrinter();

  private static LabelDocument print(String name, Address address) {
    return PRINTER.print(
        new LabelPrinter.Content(
            "STANDARD PARCEL",
            "Orders",
            new Address(
                "1 Market Street", null, "San Francisco", "CA", "94105", new CountryCode("US")),
            name,
            address,
            "+66812345678",
            "100417",
            "2026-11-20",
            TRACKING));
  }

  private static Address address(String line1, String city, String country) {
    return new Address(line1, null, city, null, "10200", new CountryCode(country));
  }

  private static PrintedLabel printed(String file, String name, Address address) {
    PrintedLabel label = new PrintedLabel(print(name, address));
    keep(file, label);
    return label;
  }

  /** For people who want to see. */
  private static void keep(String file, PrintedLabel label) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "labels"));
      ImageIO.write(label.picture, "png", folder.resolve(file + ".png").toFile());
    } catch (IOException notKept) {
      throw new IllegalStateException(notKept);
    }
  }

  @Test
  void aLabelIsOnePageOfFourBySixInches() {
    PrintedLabel label = printed("plain", "Ada Lovelace", address("12 High Street", "Ely", "GB"));

    assertThat(label.pages).isEqualTo(1);
    assertThat(label.size.getWidth()).isEqualTo(4 * 72);
    assertThat(label.size.getHeight()).isEqualTo(6 * 72);
  }

  @Test
  void theBarcodeIsTheTrackingNumber() {
    PrintedLabel label = printed("scanned", "Ada Lovelace", address("12 High Street", "Ely", "GB"));

    assertThat(label.scan()).isEqualTo(TRACKING.value());
  }

  @Test
  void theLabelSaysWhoSendsItToWhom() {
    PrintedLabel label = printed("said", "Ada Lovelace", address("12 High Street", "Ely", "GB"));

    assertThat(label.text)
        .contains("Ada Lovelace", "12 High Street", "10200 Ely", "UNITED KINGDOM")
        .contains("1 Market Street", "94105 San Francisco", "UNITED STATES")
        .contains("100417", "2026-11-20", "STANDARD PARCEL", "CA 123 456 785 US", "+66812345678");
  }

  @ParameterizedTest
  @CsvSource({
    "thai,สมชาย ที่น้ำเพื่อนกุ้งปั้นป่า,๑๒๓ ถนนสุขุมวิท แขวงคลองเตย,กรุงเทพมหานคร,TH",
    "chinese,王小明,长安街1号,北京市,CN",
    "traditional,陳大文,中正路一段二號,臺北市,TW",
    "japanese,山田太郎,丸の内１丁目,東京都,JP",
    "korean,홍길동,세종대로 110,서울특별시,KR",
    "cyrillic,Иван Петрович Сидоров,улица Тверская 7,Москва,RU",
    "greek,Γιώργος Παπαδόπουλος,Οδός Ερμού 5,Αθήνα,GR",
    "vietnamese,Nguyễn Thị Hương,Phố Huế 12,Hà Nội,VN",
    "polish,Żółć Gęślą,ul. Świętokrzyska 3,Łódź,PL",
    "georgian,გიორგი ბერიძე,რუსთაველის 8,თბილისი,GE"
  })
  void namesOfAllTheseScriptsArePrinted(
      String file, String name, String line, String city, String country) {
    PrintedLabel label = printed(file, name, address(line, city, country));

    assertThat(label.words())
        .contains(squeezed(name), squeezed(line), squeezed(city))
        .doesNotContain("□");
    assertThat(label.scan()).isEqualTo(TRACKING.value());
  }

  @ParameterizedTest
  @CsvSource({
    "arabic,محمد علي,شارع الملك فهد 12,الرياض,SA",
    "persian,گلنار پژمان,خیابان ولیعصر,تهران,IR",
    "hebrew,דוד לוי,רחוב הרצל 5,תל אביב,IL"
  })
  void whatIsWrittenFromRightToLeftIsPrintedSo(
      String file, String name, String line, String city, String country) {
    PrintedLabel label = printed(file, name, address(line, city, country));

    // The stripper turns signs from right to left round again, as a reader's eye does.
    for (String word : (name + " " + line + " " + city).split(" ")) {
      assertThat(label.words()).contains(squeezed(word));
    }
    assertThat(label.words()).doesNotContain("□");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "W",
        "MMMM ",
        "王",
        "ก็",
        "ш",
        "שלום ",
        "محمد ",
        "Llanfairpwllgwyngyll ",
        "😀",
        "\u0301",
        "A\u0300",
        "a-",
        "ﷺ",
        "\u200F",
        "한"
      })
  void theLongestAddressStaysInItsPlace(String piece) {
    String longest = longest(piece, 200);
    PrintedLabel label =
        printed(
            "longest-" + Integer.toHexString(piece.codePointAt(0)),
            longest,
            new Address(
                longest, longest, longest, longest, longest(piece, 20), new CountryCode("GS")));

    for (TextPosition sign : label.signs) {
      assertThat(sign.getXDirAdj()).isGreaterThanOrEqualTo(14);
      assertThat(sign.getXDirAdj() + sign.getWidthDirAdj())
          .isLessThanOrEqualTo(LabelPrinter.WIDTH - 14);
      float above = LabelPrinter.HEIGHT - sign.getYDirAdj();
      assertThat(above).isBetween(14f, LabelPrinter.HEIGHT - 14);
      // Nothing stands in the bars; the number stands under them.
      assertThat(above)
          .satisfiesAnyOf(y -> assertThat(y).isLessThan(38), y -> assertThat(y).isGreaterThan(122));
    }
    assertThat(label.scan()).isEqualTo(TRACKING.value());
  }

  private static String longest(String piece, int max) {
    StringBuilder text = new StringBuilder("x");
    while (text.codePointCount(0, text.length()) < max) {
      text.append(piece);
    }
    return text.substring(0, text.offsetByCodePoints(0, max)).strip();
  }

  @Test
  void nothingIsLostOfALongAddress() {
    String words =
        IntStream.range(100, 140).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
    PrintedLabel label =
        printed(
            "words",
            words,
            new Address(words, words, words, words, "12345-6789", new CountryCode("DE")));

    for (int n = 100; n < 140; n++) {
      assertThat(label.words().split("w" + n, -1)).as("times that w%s is printed", n).hasSize(6);
    }
  }

  @Test
  void noTextIsTooStrangeToPrint() {
    Random random = new Random(20261120);
    for (int label = 0; label < 60; label++) {
      String strange =
          random
              .ints(1 + random.nextInt(60), 1, 0x2FFFF)
              .filter(c -> c < 0xD800 || c > 0xDFFF)
              .mapToObj(Character::toString)
              .collect(Collectors.joining());
      String name = "n" + strange;
      PrintedLabel printed = new PrintedLabel(print(name, address(name, name, "DE")));

      assertThat(printed.pages).isEqualTo(1);
      assertThat(printed.scan()).isEqualTo(TRACKING.value());
      assertThat(printed.text)
          .contains("100417", "2026-11-20", "CA 123 456 785 US", "10200", "GERMANY");
      assertThat(hanOf(strange)).allMatch(printed.words()::contains);
    }
  }

  /** Of the signs those that one of the fonts surely has. */
  private static List<String> hanOf(String text) {
    return text.codePoints()
        .filter(c -> c >= 0x4E00 && c <= 0x9FA5)
        .mapToObj(Character::toString)
        .toList();
  }

  @Test
  void signsThatNoFontHasAreShownByWhatIsNearest() {
    PrintedLabel label = printed("nearest", "𝐀da ﬁne 👋", address("12 High Street", "Ely", "GB"));

    assertThat(label.text).contains("Ada fine □");
  }

  @Test
  void aLabelIsSmall() {
    List<LabelDocument> labels =
        List.of(
            print("Ada Lovelace", address("12 High Street", "Ely", "GB")),
            print("王小明", address("长安街1号", "北京市", "CN")));

    assertThat(labels).allMatch(label -> label.pdf().length < 100_000);
  }

  private static String squeezed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
  }
}
