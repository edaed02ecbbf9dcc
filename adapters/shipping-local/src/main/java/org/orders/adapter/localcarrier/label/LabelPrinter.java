package org.orders.adapter.localcarrier.label;

import com.google.zxing.oned.Code128Writer;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfWriter;
import org.orders.adapter.localcarrier.label.TextBlock.Line;
import org.orders.adapter.localcarrier.label.TextBlock.Paragraph;
import org.orders.domain.fulfilment.LabelDocument;
import org.orders.domain.order.TrackingNumber;
import org.orders.domain.shared.Address;

/**
 * Draws labels of 4 × 6 inches: who sends it, who gets it, the order, and the tracking number as a
 * Code 128 barcode of vector bars. Nothing of it needs a screen, a picture or AWT's native parts.
 */
public final class LabelPrinter {

  /** Points: 72 to an inch. */
  static final float WIDTH = 288;

  static final float HEIGHT = 432;

  private static final float MARGIN = 14;
  private static final float INNER = WIDTH - 2 * MARGIN;

  /** Empty space on both sides of the bars, in widths of the narrowest bar. */
  private static final int QUIET = 10;

  private static final float BARS_BOTTOM = 40;
  private static final float BARS_HEIGHT = 72;
  private static final float SMALLEST = 4;
  private static final int FILL = PdfContentByte.TEXT_RENDER_MODE_FILL;
  private static final int FILL_AND_STROKE = PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE;

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final Fonts fonts = new Fonts();
  private final TextBlock block = new TextBlock(fonts);

  /** What stands on a label. */
  public record Content(
      String service,
      String senderName,
      Address sender,
      String recipientName,
      Address recipient,
      String phone,
      String orderNumber,
      String shippedOn,
      TrackingNumber tracking) {

    /** Says nothing of who gets what. */
    @Override
    public String toString() {
      return "Content[" + tracking.value() + "]";
    }
  }

  public LabelDocument print(Content content) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream(32_768);
    // The fonts remember where they are read.
    oneAtATime.lock();
    try (Document document = new Document(new Rectangle(WIDTH, HEIGHT), 0, 0, 0, 0)) {
      PdfWriter writer = PdfWriter.getInstance(document, pdf);
      document.open();
      draw(writer.getDirectContent(), content);
    } finally {
      oneAtATime.unlock();
    }
    return new LabelDocument(pdf.toByteArray());
  }

  private void draw(PdfContentByte page, Content content) {
    page.setGrayFill(0);
    page.setGrayStroke(0);
    frame(page);

    text(page, List.of(bold("LOCAL POST")), MARGIN + 6, 414, 120, 24, 13, 8);
    text(page, List.of(bold(content.service())), 154, 414, 120, 24, 13, 6);

    text(page, List.of(plain("From")), MARGIN + 6, 384, 40, 10, 6, 5);
    text(
        page,
        address(content.senderName(), content.sender()),
        MARGIN + 6,
        375,
        INNER - 12,
        68,
        8,
        SMALLEST);

    text(page, List.of(plain("To")), MARGIN + 6, 301, 40, 10, 6, 5);
    List<Paragraph> to = new ArrayList<>(address(content.recipientName(), content.recipient()));
    to.add(plain(content.phone()));
    text(page, to, MARGIN + 6, 292, INNER - 12, 138, 13, SMALLEST);

    text(
        page,
        List.of(plain("Order"), bold(content.orderNumber())),
        MARGIN + 6,
        148,
        150,
        26,
        10,
        SMALLEST);
    text(page, List.of(plain("Date"), bold(content.shippedOn())), 190, 148, 80, 26, 10, SMALLEST);

    bars(page, content.tracking().value());
    String number = spaced(content.tracking().value());
    text(page, List.of(bold(number)), (WIDTH - fonts.width(number, 12)) / 2, 36, INNER, 18, 12, 6);
  }

  private static void frame(PdfContentByte page) {
    page.setLineWidth(1);
    page.rectangle(MARGIN, MARGIN, INNER, HEIGHT - 2 * MARGIN);
    for (float y : new float[] {390, 306, 152, 122}) {
      page.moveTo(MARGIN, y);
      page.lineTo(WIDTH - MARGIN, y);
    }
    page.stroke();
  }

  private static Paragraph plain(String text) {
    return new Paragraph(text, false);
  }

  private static Paragraph bold(String text) {
    return new Paragraph(text, true);
  }

  private static List<Paragraph> address(String name, Address address) {
    List<Paragraph> lines = new ArrayList<>();
    lines.add(bold(name));
    lines.add(plain(address.line1()));
    add(lines, address.line2());
    lines.add(plain(address.postalCode() + " " + address.city()));
    add(lines, address.region());
    lines.add(bold(country(address.country().value())));
    return lines;
  }

  /** In English and in capitals, as the Universal Postal Union asks for. */
  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT);
  }

  private static void add(List<Paragraph> lines, @Nullable String text) {
    if (text != null) {
      lines.add(plain(text));
    }
  }

  /** Sets paragraphs into a rectangle that hangs at its upper left corner. */
  private void text(
      PdfContentByte page,
      List<Paragraph> paragraphs,
      float left,
      float top,
      float width,
      float height,
      float largest,
      float smallest) {
    TextBlock.Set set = block.set(paragraphs, width, height, largest, smallest);
    float baseline = top - set.size();
    for (Line line : set.lines()) {
      float x = line.rightToLeft() ? left + width - line.width() : left;
      page.beginText();
      page.setTextRenderingMode(line.bold() ? FILL_AND_STROKE : FILL);
      page.setLineWidth(line.bold() ? set.size() / 32 : 0);
      page.setTextMatrix(x, baseline);
      for (Fonts.Run run : fonts.runs(line.visual())) {
        page.setFontAndSize(run.font(), set.size());
        page.setTextRise(run.rise() * set.size());
        page.showText(run.text());
      }
      page.endText();
      baseline -= set.leading();
    }
  }

  private static void bars(PdfContentByte page, String number) {
    boolean[] modules = new Code128Writer().encode(number);
    float module = INNER / (modules.length + 2 * QUIET);
    float left = MARGIN + QUIET * module;
    for (int at = 0; at < modules.length; ) {
      int end = at;
      while (end < modules.length && modules[end] == modules[at]) {
        end++;
      }
      if (modules[at]) {
        page.rectangle(left + at * module, BARS_BOTTOM, (end - at) * module, BARS_HEIGHT);
      }
      at = end;
    }
    page.fill();
  }

  /** As the standard has it printed: {@code CA 000 000 013 US}. */
  private static String spaced(String number) {
    return number.length() == 13
        ? String.join(
            " ",
            number.substring(0, 2),
            number.substring(2, 5),
            number.substring(5, 8),
            number.substring(8, 11),
            number.substring(11))
        : number;
  }
}
