package org.glasspcf.examples;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.design.DesignQuantity;
import org.glasspcf.pipeline.design.DesignTarget;

/**
 * A target as an option gives it.
 *
 * @param text the text, {@code B-O:coordination=3.6+-0.02}
 * @param column pair and number for the head of a column, {@code B-O coordination}
 * @param target what it says
 */
record TargetText(String text, String column, DesignTarget target) {
  private static final Map<String, DesignQuantity> QUANTITIES =
      Map.of(
          "coordination", DesignQuantity.COORDINATION_NUMBER,
          "bond-length", DesignQuantity.BOND_LENGTH,
          "peak-position", DesignQuantity.FIRST_PEAK_POSITION,
          "peak-height", DesignQuantity.FIRST_PEAK_HEIGHT);

  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern TARGET =
      Pattern.compile(
          "([^:=]+):(coordination|bond-length|peak-position|peak-height)="
              + "(?:(largest)|(smallest)|"
              + NUMBER
              + "(?:(?:\\+-|±)"
              + NUMBER
              + ")?)");

  static TargetText parse(String text) {
    Matcher matcher = TARGET.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "--target must be a pair, one of coordination, bond-length, peak-position and"
              + " peak-height, and a value, such as B-O:coordination=3.6,"
              + " B-O:coordination=3.6+-0.02 or B-O:coordination=largest, not "
              + text);
    }
    ElementPair pair = ElementPair.parse(matcher.group(1));
    return new TargetText(
        text,
        pair + " " + matcher.group(2),
        target(pair, QUANTITIES.get(matcher.group(2)), matcher));
  }

  private static DesignTarget target(ElementPair pair, DesignQuantity quantity, Matcher matcher) {
    if (matcher.group(3) != null) {
      return DesignTarget.largest(pair, quantity);
    }
    if (matcher.group(4) != null) {
      return DesignTarget.smallest(pair, quantity);
    }
    DesignTarget near = DesignTarget.near(pair, quantity, Double.parseDouble(matcher.group(5)));
    return matcher.group(6) == null
        ? near
        : near.withTolerance(Double.parseDouble(matcher.group(6)));
  }

  /** Decimals of a number of this kind in a table. */
  int decimals() {
    return target.quantity().unit().equals("Å") ? 3 : 2;
  }
}
