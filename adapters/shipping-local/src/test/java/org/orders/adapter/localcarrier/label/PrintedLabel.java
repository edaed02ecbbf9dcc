package org.orders.adapter.localcarrier.label;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.orders.domain.fulfilment.LabelDocument;

/** A label as it comes out of a printer, seen by another library than the one that drew it. */
final class PrintedLabel {

  private static final float DPI = 203;

  final int pages;
  final PDRectangle size;
  final String text;
  final List<TextPosition> signs = new ArrayList<>();
  final BufferedImage picture;

  PrintedLabel(LabelDocument label) {
    try (PDDocument document = Loader.loadPDF(label.pdf())) {
      pages = document.getNumberOfPages();
      size = document.getPage(0).getMediaBox();
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
              signs.add(position);
              super.processTextPosition(position);
            }
          };
      text = stripper.getText(document);
      picture = new PDFRenderer(document).renderImageWithDPI(0, DPI);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The text without the breaks between lines, and with ordinary letters. */
  String words() {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }

  /** What a scanner reads. */
  String scan() {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    BinaryBitmap bitmap =
        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
    try {
      Result result =
          new MultiFormatReader()
              .decode(
                  bitmap,
                  Map.of(
                      DecodeHintType.POSSIBLE_FORMATS,
                      List.of(BarcodeFormat.CODE_128),
                      DecodeHintType.TRY_HARDER,
                      Boolean.TRUE));
      return result.getText();
    } catch (NotFoundException nothing) {
      return "nothing";
    }
  }
}
