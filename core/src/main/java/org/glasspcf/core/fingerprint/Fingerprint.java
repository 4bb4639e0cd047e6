package org.glasspcf.core.fingerprint;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

/**
 * A composition and a pair as the numbers a model learns from. Its {@link FingerprintSchema} names
 * the slots and makes it.
 */
public final class Fingerprint {
  private static final int DECIMALS = 6;

  private final FingerprintSchema schema;
  private final double[] values;

  Fingerprint(FingerprintSchema schema, double[] values) {
    this.schema = schema;
    this.values = values;
  }

  /**
   * The schema.
   *
   * @return the schema that made this fingerprint and names its slots
   */
  public FingerprintSchema schema() {
    return schema;
  }

  /**
   * The values of all slots.
   *
   * @return a copy of the values, in the order of {@link FingerprintSchema#slotNames()}
   */
  public double[] values() {
    return values.clone();
  }

  /**
   * The value of one slot.
   *
   * @param slot from 0 to below {@link FingerprintSchema#size()}
   * @return its value: a bit, a mole fraction (1), an amount (mol%) or an input (its unit)
   * @throws IndexOutOfBoundsException if there is no such slot
   */
  public double value(int slot) {
    return values[Objects.checkIndex(slot, values.length)];
  }

  /**
   * Names the slots that are set.
   *
   * @return the names and values of all slots that are not 0 and of all inputs, in order: {@code
   *     base.SiO2 = 1, dopant.BaO = 1, amount.BaO = 5 mol%, pair.Si-O = 1, pair.O-Si = 1}
   */
  public String explain() {
    List<String> names = schema.slotNames();
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0 || schema.isInput(i)) {
        String value = schema.isInput(i) ? Double.toString(values[i]) : plain(values[i]);
        text.add(names.get(i) + " = " + value + schema.slotUnit(i));
      }
    }
    return text.toString();
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fingerprint fingerprint
        && schema.equals(fingerprint.schema)
        && Arrays.equals(values, fingerprint.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(schema, Arrays.hashCode(values));
  }

  /** The schema's id and what {@link #explain()} says. */
  @Override
  public String toString() {
    return schema.id() + ": " + explain();
  }
}
