package org.orders.adapter.localcarrier.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/**
 * The fonts that labels are written in. For each sign the first that has it: one for the alphabets,
 * one for Thai, one for Chinese, Japanese and Korean. A sign that none has is shown by its nearest
 * plain form, or as an empty box. Each is read when it is first needed; not for use by two threads
 * at once.
 */
final class Fonts {

  private static final int BOX = 0x25A1;

  private final List<Face> faces =
      List.of(
          new Face("DejaVuSansCondensed.ttf"),
          new Face("NotoSansThai-Regular.ttf"),
          new Face("DroidSansFallback.ttf"));

  /** How much a second mark is raised, so that it stands on the first; of the size. */
  private static final float SECOND_STOREY = 0.24f;

  /**
   * Signs in a row that one font has.
   *
   * @param rise how much they are raised; of the size
   */
  record Run(BaseFont font, String text, float rise) {}

  /** The text in runs; there are as many signs as before, or more where some are spelled out. */
  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    StringBuilder pending = new StringBuilder();
    BaseFont current = faces.getFirst().font();
    float risen = 0;
    for (int at = 0; at < text.length(); ) {
      int sign = text.codePointAt(at);
      float rise = isSecondMark(text, at) ? SECOND_STOREY : 0;
      at += Character.charCount(sign);
      // A mark stays with the font of what it stands on, if that has it.
      BaseFont font = Script.isMark(sign) && current.charExists(sign) ? current : find(sign);
      String shown = Character.toString(sign);
      if (font == null) {
        shown = plain(sign);
        font = faces.getFirst().font();
      }
      if ((!font.equals(current) || rise != risen) && !pending.isEmpty()) {
        runs.add(new Run(current, pending.toString(), risen));
        pending.setLength(0);
      }
      current = font;
      risen = rise;
      pending.append(shown);
    }
    if (!pending.isEmpty()) {
      runs.add(new Run(current, pending.toString(), risen));
    }
    return runs;
  }

  /**
   * Whether the sign is a Thai mark that stands on a vowel over the letter, before it or, with sara
   * am, after it. Fonts say so in tables that nobody here reads.
   */
  private static boolean isSecondMark(String text, int at) {
    char sign = text.charAt(at);
    if (sign < '\u0E48' || sign > '\u0E4C') {
      return false;
    }
    boolean onVowel =
        at > 0 && "\u0E31\u0E34\u0E35\u0E36\u0E37\u0E4D".indexOf(text.charAt(at - 1)) >= 0;
    return onVowel || at + 1 < text.length() && text.charAt(at + 1) == '\u0E33';
  }

  /** How wide the text is at that size, in points. */
  float width(String text, float size) {
    float width = 0;
    for (Run run : runs(text)) {
      width += run.font().getWidthPoint(run.text(), size);
    }
    return width;
  }

  private @Nullable BaseFont find(int sign) {
    for (Face face : faces) {
      if (face.font().charExists(sign)) {
        return face.font();
      }
    }
    return null;
  }

  private String plain(int sign) {
    BaseFont first = faces.getFirst().font();
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> !Script.isMark(c) && first.charExists(c))
        .forEach(plain::appendCodePoint);
    if (plain.isEmpty() && !Script.isMark(sign)) {
      plain.appendCodePoint(BOX);
    }
    return plain.toString();
  }

  /** A font in this module's resources. */
  private static final class Face {

    private final String file;
    private @Nullable BaseFont font;

    Face(String file) {
      this.file = file;
    }

    BaseFont font() {
      BaseFont read = font;
      if (read == null) {
        read = read();
        font = read;
      }
      return read;
    }

    private BaseFont read() {
      try (InputStream bytes =
          Objects.requireNonNull(
              Fonts.class.getResourceAsStream("/org/orders/adapter/localcarrier/fonts/" + file),
              file)) {
        return BaseFont.createFont(
            file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes.readAllBytes(), null);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(file + " cannot be read", unreadable);
      }
    }
  }
}
