package org.orders.adapter.rest.gate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the media types that a caller is ready to take. */
public final class Accept {

  private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*([0-9.]+)");

  private Accept() {}

  static boolean allows(String header, String type, String subtype) {
    return header.isBlank() || quality(header, type, subtype) > 0;
  }

  /** How welcome a media type is, from 0 to 1: what the range says that names it most exactly. */
  public static double quality(String header, String type, String subtype) {
    int mostExact = -1;
    double quality = 0;
    for (String range : header.toLowerCase(Locale.ROOT).split(",", -1)) {
      int exactness = exactness(range.split(";", -1)[0].strip(), type, subtype);
      if (exactness >= 0 && exactness >= mostExact) {
        quality = exactness == mostExact ? Math.max(quality, weight(range)) : weight(range);
        mostExact = exactness;
      }
    }
    return quality;
  }

  private static int exactness(String name, String type, String subtype) {
    if (name.equals(type + "/" + subtype)) {
      return 2;
    } else if (name.equals(type + "/*")) {
      return 1;
    }
    return name.equals("*/*") || name.equals("*") ? 0 : -1;
  }

  private static double weight(String range) {
    Matcher weight = WEIGHT.matcher(range);
    if (!weight.find()) {
      return 1;
    }
    try {
      return Math.min(1, Double.parseDouble(weight.group(1)));
    } catch (NumberFormatException noNumber) {
      return 1;
    }
  }
}
