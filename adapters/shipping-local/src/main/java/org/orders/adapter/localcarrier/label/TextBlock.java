package org.orders.adapter.localcarrier.label;

import java.util.ArrayList;
import java.util.List;

/**
 * Paragraphs set into a rectangle: as large as they can be and fit, each line no wider than the
 * rectangle. Where even the smallest size does not do, the last line that fits ends in three dots.
 */
final class TextBlock {

  private static final float LEADING = 1.32f;
  private static final float STEP = 0.25f;
  private static final String DOTS = "…";

  /** A line as it is drawn, from left to right. */
  record Line(String visual, float width, boolean rightToLeft, boolean bold) {}

  /** A paragraph before it is set. */
  record Paragraph(String text, boolean bold) {}

  private final Fonts fonts;
  private final Script script = new Script();

  TextBlock(Fonts fonts) {
    this.fonts = fonts;
  }

  /** Lines and the size that they all have. */
  record Set(List<Line> lines, float size) {

    float leading() {
      return size * LEADING;
    }
  }

  Set set(List<Paragraph> paragraphs, float width, float height, float largest, float smallest) {
    List<Paragraph> signs =
        paragraphs.stream()
            .map(paragraph -> new Paragraph(script.signs(paragraph.text()), paragraph.bold()))
            .filter(paragraph -> !paragraph.text().isEmpty())
            .toList();
    for (float size = largest; size > smallest; size -= STEP) {
      List<Line> lines = wrap(signs, width, size);
      if (lines.size() * size * LEADING <= height) {
        return new Set(lines, size);
      }
    }
    return new Set(cut(wrap(signs, width, smallest), width, height, smallest), smallest);
  }

  private List<Line> cut(List<Line> lines, float width, float height, float size) {
    int room = (int) (height / (size * LEADING));
    if (lines.size() <= room) {
      return lines;
    }
    List<Line> kept = new ArrayList<>(lines.subList(0, Math.max(room, 1)));
    Line last = kept.removeLast();
    List<String> clusters = Script.clusters(last.visual());
    while (!clusters.isEmpty() && fonts.width(String.join("", clusters) + DOTS, size) > width) {
      clusters.removeLast();
    }
    String shortened = String.join("", clusters) + DOTS;
    kept.add(new Line(shortened, fonts.width(shortened, size), last.rightToLeft(), last.bold()));
    return kept;
  }

  private List<Line> wrap(List<Paragraph> paragraphs, float width, float size) {
    List<Line> lines = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      boolean rightToLeft = Script.isRightToLeft(paragraph.text());
      for (String line : wrap(paragraph.text(), width, size)) {
        String visual = Script.visual(line);
        lines.add(new Line(visual, fonts.width(visual, size), rightToLeft, paragraph.bold()));
      }
    }
    return lines;
  }

  /** Breaks where the script allows it; within a word only where a line holds nothing else. */
  private List<String> wrap(String text, float width, float size) {
    List<String> lines = new ArrayList<>();
    List<String> clusters = Script.clusters(text);
    int from = 0;
    int opportunity = 0;
    float used = 0;
    for (int at = 0; at < clusters.size(); at++) {
      if (at > from && Script.breaksBetween(clusters.get(at - 1), clusters.get(at))) {
        opportunity = at;
      }
      String cluster = clusters.get(at);
      used += fonts.width(cluster, size);
      if (used > width && at > from && !cluster.equals(" ")) {
        int end = opportunity > from ? opportunity : at;
        lines.add(String.join("", clusters.subList(from, end)).strip());
        from = end;
        opportunity = end;
        used = fonts.width(String.join("", clusters.subList(from, at + 1)), size);
      }
    }
    if (from < clusters.size()) {
      lines.add(String.join("", clusters.subList(from, clusters.size())).strip());
    }
    return lines;
  }
}
