package org.glasspcf.core;

import java.util.Locale;
import java.util.Set;

/** What the amounts of a composition count. */
enum AmountKind {
  MOLE("mol%", Set.of("mol", "mole"), "parseMassPercent reads mass%"),
  MASS("mass%", Set.of("wt", "mass", "weight"), "parse reads mol%");

  private final String unit;
  private final Set<String> names;
  private final String hint;

  AmountKind(String unit, Set<String> names, String hint) {
    this.unit = unit;
    this.names = names;
    this.hint = hint;
  }

  String unit() {
    return unit;
  }

  boolean isNamed(String name) {
    return names.contains(name.toLowerCase(Locale.ROOT));
  }

  String hint() {
    return hint;
  }
}
