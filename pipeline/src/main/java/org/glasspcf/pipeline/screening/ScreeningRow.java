package org.glasspcf.pipeline.screening;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;

/** The derived numbers of one glass of a screening. Immutable. */
public final class ScreeningRow {
  private final GlassComposition composition;
  private final List<ElementPair> pairs;
  private final List<ScreeningQuantity> quantities;

  /** Pair by pair, quantity by quantity; NaN where there is none. */
  private final double[] values;

  ScreeningRow(
      GlassComposition composition,
      List<ElementPair> pairs,
      List<ScreeningQuantity> quantities,
      double[] values) {
    this.composition = composition;
    this.pairs = pairs;
    this.quantities = quantities;
    this.values = values;
  }

  /**
   * The glass.
   *
   * @return its composition
   */
  public GlassComposition composition() {
    return composition;
  }

  /**
   * One number.
   *
   * @param pair a pair that was screened
   * @param quantity a quantity that was screened
   * @return the number in the quantity's unit; empty if the glass does not have the pair, or the
   *     prediction does not have the quantity
   * @throws IllegalArgumentException if pair or quantity were not screened
   */
  public OptionalDouble value(ElementPair pair, ScreeningQuantity quantity) {
    int row = pairs.indexOf(Objects.requireNonNull(pair, "pair"));
    int column = quantities.indexOf(Objects.requireNonNull(quantity, "quantity"));
    if (row < 0 || column < 0) {
      throw new IllegalArgumentException(
          "a row has the pairs "
              + pairs
              + " and the quantities "
              + quantities
              + ", not "
              + quantity
              + " of "
              + pair);
    }
    double value = values[row * quantities.size() + column];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Appends the numbers as cells, each after a comma; empty cells where there is none. */
  void print(StringBuilder out) {
    for (int i = 0; i < values.length; i++) {
      out.append(',');
      if (!Double.isNaN(values[i])) {
        quantities.get(i % quantities.size()).print(values[i], out);
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScreeningRow that
        && composition.equals(that.composition)
        && pairs.equals(that.pairs)
        && quantities.equals(that.quantities)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(composition, pairs, quantities, Arrays.hashCode(values));
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(composition.toString());
    print(out);
    return out.toString();
  }
}
