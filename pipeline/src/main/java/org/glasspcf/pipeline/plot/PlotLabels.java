package org.glasspcf.pipeline.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.pipeline.uncertainty.CurveBand;

/** How glasses and pairs are called in pictures: for the eye, not to be read back. */
public final class PlotLabels {
  private static final BigDecimal TENTH = new BigDecimal("0.1");
  private static final char SUBSCRIPT_ZERO = '\u2080';

  private PlotLabels() {}

  /**
   * A glass with its formulas set in subscripts and amounts rounded to 0.1 mol%, {@code
   * 54.2SiO₂–22.3B₂O₃–18.5Na₂O–5BaO}; an amount below that has one digit. Conditions follow.
   *
   * @param glass any glass
   * @return its label
   */
  public static String of(GlassComposition glass) {
    String oxides =
        glass.oxides().size() == 1
            ? of(glass.oxides().get(0))
            : glass.oxides().stream()
                .map(oxide -> amount(glass.molePercent(oxide)) + of(oxide))
                .collect(Collectors.joining("\u2013"));
    return glass.conditions().entrySet().stream()
        .map(e -> ", " + e.getKey() + " " + amount(e.getValue()))
        .collect(Collectors.joining("", oxides, ""));
  }

  /**
   * A pair, {@code B–O}.
   *
   * @param pair any pair
   * @return its label
   */
  public static String of(ElementPair pair) {
    return pair.first() + "\u2013" + pair.second();
  }

  /**
   * A pair of a glass, {@code 60SiO₂–40Na₂O, Si–O}.
   *
   * @param glass the glass
   * @param pair the pair
   * @return the label of its curve
   */
  public static String of(GlassComposition glass, ElementPair pair) {
    return of(glass) + ", " + of(pair);
  }

  /** How much of the melts a band holds, {@code 90 %}. */
  static String percent(CurveBand band) {
    return Math.round(100 * band.level().coverage()) + " %";
  }

  /** An oxide with its counts as subscripts. */
  static String of(Oxide oxide) {
    return oxide
        .formula()
        .chars()
        .mapToObj(c -> String.valueOf(c >= '0' && c <= '9' ? subscript(c) : (char) c))
        .collect(Collectors.joining());
  }

  private static char subscript(int digit) {
    return (char) (SUBSCRIPT_ZERO + digit - '0');
  }

  private static String amount(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal rounded =
        exact.abs().compareTo(TENTH) < 0
            ? exact.round(new MathContext(1))
            : exact.setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
