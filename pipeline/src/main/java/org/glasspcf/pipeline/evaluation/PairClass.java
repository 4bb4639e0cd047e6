package org.glasspcf.pipeline.evaluation;

import java.util.Set;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;

/**
 * The classes of pairs by which errors are reported. Each pair is in exactly one: a pair with a
 * dopant is {@link #WITH_DOPANT} and in no other.
 */
public enum PairClass {
  /** Oxygen with a cation of the base glass: Si–O, B–O, Na–O. */
  CATION_OXYGEN("cationOxygen"),
  /** O–O. */
  OXYGEN_OXYGEN("oxygenOxygen"),
  /** Two cations of the base glass, like or unlike: Si–Si, Si–B, Na–Na. */
  CATION_CATION("cationCation"),
  /** At least one element is neither oxygen nor of the base glass (Si, B, Na): Ba–O, Zn–Zn. */
  WITH_DOPANT("withDopant");

  private static final Set<Element> BASE = Set.of(Element.Si, Element.B, Element.Na, Element.O);

  private final String key;

  PairClass(String key) {
    this.key = key;
  }

  /**
   * The name of this class in reports.
   *
   * @return the key, for example {@code cationOxygen}
   */
  public String key() {
    return key;
  }

  /**
   * The class of a pair.
   *
   * @param pair the pair of elements
   * @return its class
   */
  public static PairClass of(ElementPair pair) {
    if (!BASE.contains(pair.first()) || !BASE.contains(pair.second())) {
      return WITH_DOPANT;
    }
    if (!pair.contains(Element.O)) {
      return CATION_CATION;
    }
    return pair.isLike() ? OXYGEN_OXYGEN : CATION_OXYGEN;
  }
}
