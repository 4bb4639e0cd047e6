package org.glasspcf.pipeline.screening;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * A number that a screening derives from a prediction.
 *
 * <p>Bond lengths and coordination numbers are those of the oxygen atoms around a cation, up to the
 * pair's {@linkplain org.glasspcf.pipeline.evaluation.CationOxygenScores#cutoff cutoff}; other
 * pairs have none. Their 90 % intervals are for one new melt of {@value PcfPrediction#MELT_ATOMS}
 * atoms, and need a calibrated pipeline.
 */
public enum ScreeningQuantity {
  /** Position (Å) of the first peak on bins of 0.1 Å, {@link PcfPrediction#firstPeak()}. */
  FIRST_PEAK_POSITION("first_peak_A", "Å", n -> n.peak(Peak::position)),

  /** Height of g (1) at the first peak on bins of 0.1 Å. */
  FIRST_PEAK_HEIGHT("first_peak_g", "1", n -> n.peak(Peak::height)),

  /** Mean bond length (Å). */
  BOND_LENGTH("bond_length_A", "Å", DerivedNumbers::bondLength),

  /** Lower end (Å) of the bond length's 90 % interval. */
  BOND_LENGTH_LOWER("bond_length_lower90_A", "Å", n -> n.bondLength(Interval::lower)),

  /** Upper end (Å) of the bond length's 90 % interval. */
  BOND_LENGTH_UPPER("bond_length_upper90_A", "Å", n -> n.bondLength(Interval::upper)),

  /**
   * Coordination number (1), with the density of {@link
   * org.glasspcf.core.density.MolarVolumeModel#bundled()}.
   */
  COORDINATION_NUMBER("coordination", "1", DerivedNumbers::coordinationNumber),

  /** Lower end (1) of the coordination number's 90 % interval, the error of the density aside. */
  COORDINATION_NUMBER_LOWER("coordination_lower90", "1", n -> n.coordination(Interval::lower)),

  /** Upper end (1) of the coordination number's 90 % interval, the error of the density aside. */
  COORDINATION_NUMBER_UPPER("coordination_upper90", "1", n -> n.coordination(Interval::upper)),

  /**
   * Place in the training domain of the pair, {@link PcfPrediction#domain()}: as a number the
   * ordinal of {@link DomainVerdict.Place}, 0 inside, 1 at the edge, 2 outside; in a file the word.
   */
  DOMAIN_PLACE("domain", "1", DerivedNumbers::place) {
    @Override
    void print(double value, StringBuilder out) {
      out.append(PLACES[(int) value]);
    }
  },

  /** Distance (mol%) of the nearest training glass that has the pair; none if none has it. */
  DOMAIN_DISTANCE("domain_distance_molpct", "mol%", DerivedNumbers::distance);

  private static final String[] PLACES = places();

  private final String column;
  private final String unit;
  private final Function<DerivedNumbers, OptionalDouble> of;

  ScreeningQuantity(String column, String unit, Function<DerivedNumbers, OptionalDouble> of) {
    this.column = column;
    this.unit = unit;
    this.of = of;
  }

  private static String[] places() {
    DomainVerdict.Place[] all = DomainVerdict.Place.values();
    String[] words = new String[all.length];
    for (DomainVerdict.Place place : all) {
      words[place.ordinal()] = place.name().toLowerCase(Locale.ROOT);
    }
    return words;
  }

  /**
   * The number of a prediction.
   *
   * @param prediction a prediction
   * @return the number in {@link #unit()}; empty if the prediction has none
   */
  public OptionalDouble of(PcfPrediction prediction) {
    return of(new DerivedNumbers(prediction, new GlassDensities(prediction.composition())));
  }

  OptionalDouble of(DerivedNumbers numbers) {
    return of.apply(numbers);
  }

  /**
   * The unit.
   *
   * @return {@code Å}, {@code mol%} or {@code 1}
   */
  public String unit() {
    return unit;
  }

  /**
   * The name of a column of a file.
   *
   * @param pair the pair that the numbers are of
   * @return pair, quantity and unit, {@code B-O_bond_length_A}
   */
  public String column(ElementPair pair) {
    return pair + "_" + column;
  }

  /** Writes a number as a file has it. */
  void print(double value, StringBuilder out) {
    Decimals.append(value, out);
  }
}
