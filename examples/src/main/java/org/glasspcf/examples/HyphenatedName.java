package org.glasspcf.examples;

import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code one-cycle} as {@code ONE_CYCLE}. */
abstract class HyphenatedName<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] values;
  private final String rule;

  /**
   * A converter.
   *
   * @param values all values
   * @param rule what an option must be, for errors
   */
  HyphenatedName(E[] values, String rule) {
    this.values = values;
    this.rule = rule;
  }

  @Override
  public E convert(String text) {
    for (E value : values) {
      if (of(value).equals(text.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    throw new TypeConversionException("must be " + rule + ", not " + text);
  }

  /** The name of a value as an option has it. */
  static String of(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
