package org.orders.adapter.localcarrier.label;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins Arabic letters as they are written: each becomes its isolated, final, initial or medial
 * form. The forms are read off Unicode's presentation forms, which stand in this order and say
 * which letter they are of.
 */
final class ArabicShaper {

  private static final int ISOLATED = 0;
  private static final int FINAL = 1;
  private static final int INITIAL = 2;
  private static final int MEDIAL = 3;

  private static final char LAM = '\u0644';
  private static final char TATWEEL = '\u0640';

  /** Lam with an alef after it is one sign; its final form follows in the code. */
  private static final Map<Character, Character> LAM_ALEF =
      Map.of('\u0622', '\uFEF5', '\u0623', '\uFEF7', '\u0625', '\uFEF9', '\u0627', '\uFEFB');

  private final Map<Character, List<Character>> forms = new HashMap<>();

  ArabicShaper() {
    learn('\uFB50', '\uFBB1');
    learn('\uFBD3', '\uFBE7');
    learn('\uFBFC', '\uFBFF');
    learn('\uFE80', '\uFEF4');
  }

  private void learn(char first, char last) {
    for (char form = first; form <= last; form++) {
      String letter = Normalizer.normalize(String.valueOf(form), Normalizer.Form.NFKC);
      if (letter.length() == 1 && letter.charAt(0) != form) {
        forms.computeIfAbsent(letter.charAt(0), _ -> new ArrayList<>()).add(form);
      }
    }
  }

  /** The text in the order it had, with joined letters. */
  String shape(String text) {
    StringBuilder shaped = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      List<Character> own = forms.getOrDefault(letter, List.of());
      if (own.isEmpty()) {
        shaped.append(letter);
        continue;
      }
      boolean before = joinsOn(neighbour(text, at, -1)) && own.size() > FINAL;
      Character ligature =
          letter == LAM && at + 1 < text.length() ? LAM_ALEF.get(text.charAt(at + 1)) : null;
      if (ligature != null) {
        shaped.append((char) (ligature + (before ? 1 : 0)));
        at++;
        continue;
      }
      boolean after = own.size() > MEDIAL && joinsBack(neighbour(text, at, 1));
      shaped.append(form(own, before, after));
    }
    return shaped.toString();
  }

  private static char form(List<Character> own, boolean before, boolean after) {
    if (before) {
      return own.get(after ? MEDIAL : FINAL);
    }
    return own.get(after ? INITIAL : ISOLATED);
  }

  /** The next letter in that direction; marks over and under letters do not part them. */
  private static char neighbour(String text, int at, int step) {
    int next = at + step;
    while (next >= 0
        && next < text.length()
        && Character.getType(text.charAt(next)) == Character.NON_SPACING_MARK) {
      next += step;
    }
    return next < 0 || next >= text.length() ? ' ' : text.charAt(next);
  }

  /** Whether a letter joins the one after it. */
  private boolean joinsOn(char letter) {
    return letter == TATWEEL || forms.getOrDefault(letter, List.of()).size() > MEDIAL;
  }

  /** Whether a letter joins the one before it. */
  private boolean joinsBack(char letter) {
    return letter == TATWEEL || forms.getOrDefault(letter, List.of()).size() > FINAL;
  }
}
