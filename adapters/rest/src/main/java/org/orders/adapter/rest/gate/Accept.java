package org.orders.adapter.rest.gate;

import java.util.Arrays;
import java.util.Locale;

/** Reads the media types that a caller is ready to take. */
final class Accept {

  private Accept() {}

  static boolean allows(String header, String type, String subtype) {
    return header.isBlank()
        || Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
            .anyMatch(range -> allowsOne(range, type, subtype));
  }

  private static boolean allowsOne(String range, String type, String subtype) {
    String[] parts = range.split(";", -1);
    String name = parts[0].strip();
    boolean refused =
        Arrays.stream(parts).skip(1).map(String::strip).anyMatch(it -> it.matches("q=0(\\.0*)?"));
    return !refused
        && (name.equals("*/*")
            || name.equals("*")
            || name.equals(type + "/*")
            || name.equals(type + "/" + subtype));
  }
}
