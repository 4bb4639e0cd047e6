package org.glasspcf.examples;

import java.util.regex.Pattern;
import org.glasspcf.core.GlassComposition;

/** Compositions as they are printed in a paper. */
final class Formulas {
  private static final Pattern COUNT = Pattern.compile("(?<=[A-Za-z)])\\d+");
  private static final int SUBSCRIPT_ZERO = 0x2080;

  private Formulas() {}

  /** A composition with its formulas' numbers as subscripts: 60SiO₂-20B₂O₃-20Na₂O. */
  static String subscripted(GlassComposition glass) {
    return COUNT
        .matcher(glass.toString())
        .replaceAll(
            count ->
                count
                    .group()
                    .chars()
                    .map(digit -> SUBSCRIPT_ZERO + digit - '0')
                    .collect(
                        StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString());
  }
}
