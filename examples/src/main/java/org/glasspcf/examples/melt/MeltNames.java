package org.glasspcf.examples.melt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/**
 * Names of melts: {@code sio2-s1}, {@code sio2-bao-10-s1}, {@code nbs-60-20-20-s1}, {@code
 * nbs-60-20-20-zno-8-s1} as in the bundled data set. NBS is SiO2–B2O3–Na2O, whose three amounts are
 * those of the glass without the dopant. A composition that no such name gives back exactly is
 * written out: {@code 10.5sio2-60b2o3-29.5bao-s1}.
 */
final class MeltNames {
  private static final List<Oxide> BASE = List.of(Oxide.SiO2, Oxide.B2O3, Oxide.Na2O);
  private static final int DECIMALS = 2;

  private MeltNames() {}

  /**
   * The id of a melt.
   *
   * @param glass its composition
   * @param number which melt of this composition, from 1
   * @return its id, that of no other composition
   */
  static String id(GlassComposition glass, int number) {
    return of(glass) + "-s" + number;
  }

  private static String of(GlassComposition glass) {
    List<Oxide> oxides = glass.oxides();
    if (oxides.size() == 1) {
      return lower(oxides.get(0));
    }
    if (oxides.size() == 2 && oxides.contains(Oxide.SiO2)) {
      Oxide other = oxides.get(0).equals(Oxide.SiO2) ? oxides.get(1) : oxides.get(0);
      return "sio2-" + lower(other) + "-" + Numbers.plain(glass.molePercent(other));
    }
    return borosilicate(glass)
        .orElseGet(
            () ->
                oxides.stream()
                    .map(oxide -> Numbers.plain(glass.molePercent(oxide)) + lower(oxide))
                    .collect(Collectors.joining("-")));
  }

  private static Optional<String> borosilicate(GlassComposition glass) {
    List<Oxide> dopants = glass.oxides().stream().filter(o -> !BASE.contains(o)).toList();
    if (dopants.size() > 1 || !glass.oxides().containsAll(BASE)) {
      return Optional.empty();
    }
    double rest = dopants.isEmpty() ? 100 : 100 - glass.molePercent(dopants.get(0));
    List<String> amounts =
        BASE.stream().map(oxide -> rounded(100 * glass.molePercent(oxide) / rest)).toList();
    String name = "nbs-" + String.join("-", amounts);
    GlassComposition named;
    try {
      named =
          GlassComposition.parse(
              String.format(
                  Locale.ROOT,
                  "%sSiO2-%sB2O3-%sNa2O",
                  amounts.get(0),
                  amounts.get(1),
                  amounts.get(2)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!dopants.isEmpty()) {
      double amount = glass.molePercent(dopants.get(0));
      named = named.dopedWith(dopants.get(0), amount);
      name += "-" + lower(dopants.get(0)) + "-" + Numbers.plain(amount);
    }
    return named.equals(glass) && named.statedSum().isEmpty()
        ? Optional.of(name)
        : Optional.empty();
  }

  private static String rounded(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String lower(Oxide oxide) {
    return oxide.formula().toLowerCase(Locale.ROOT);
  }
}
