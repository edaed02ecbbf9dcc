package org.orders.domain.fulfilment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A label as it is printed: a PDF. It names the recipient and does not print itself in logs. */
public final class LabelDocument {

  /** The most bytes of a label; real ones have some tens of thousands. */
  public static final int MAX = 4 * 1024 * 1024;

  private static final byte[] BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final byte[] pdf;

  /**
   * @throws IllegalArgumentException when these bytes are no PDF, or more than {@link #MAX}
   */
  public LabelDocument(byte[] pdf) {
    if (pdf.length > MAX) {
      throw new IllegalArgumentException("A label has at most " + MAX + " bytes");
    }
    if (pdf.length < BEGIN.length || !Arrays.equals(pdf, 0, BEGIN.length, BEGIN, 0, BEGIN.length)) {
      throw new IllegalArgumentException("A label is a PDF");
    }
    this.pdf = pdf.clone();
  }

  public byte[] pdf() {
    return pdf.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelDocument document && Arrays.equals(pdf, document.pdf);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pdf);
  }

  @Override
  public String toString() {
    return "LabelDocument[" + pdf.length + " bytes]";
  }
}
