package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.Locale;
import org.glasspcf.core.GlassComposition;

/** Reads {@code --composition}, with or without {@code --mass}. */
final class Compositions {
  private Compositions() {}

  /**
   * Reads a composition, and says so if its amounts had to be normalized.
   *
   * @param text what {@code --composition} gives
   * @param mass whether {@code --mass} is given
   * @param err where the note goes
   * @return the glass
   * @throws IllegalArgumentException if the text is no composition in that unit
   */
  static GlassComposition read(String text, boolean mass, PrintWriter err) {
    GlassComposition glass;
    try {
      glass = parse(text, mass);
    } catch (IllegalArgumentException e) {
      if (isReadable(text, !mass)) {
        throw new IllegalArgumentException(
            mass
                ? "--composition is in mol%, leave --mass out: " + text
                : "--composition is in mass%, add --mass: " + text,
            e);
      }
      throw e;
    }
    glass
        .statedSum()
        .ifPresent(
            sum ->
                err.printf(
                    Locale.ROOT,
                    "note: the amounts sum to %s %%, they were normalized to 100: %s%n",
                    sum,
                    glass));
    return glass;
  }

  private static GlassComposition parse(String text, boolean mass) {
    return mass ? GlassComposition.parseMassPercent(text) : GlassComposition.parse(text);
  }

  private static boolean isReadable(String text, boolean mass) {
    try {
      parse(text, mass);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
