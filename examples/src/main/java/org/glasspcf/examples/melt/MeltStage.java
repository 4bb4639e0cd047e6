package org.glasspcf.examples.melt;

import java.util.Locale;

/** The stages of a melt, in their order. One that ended is not repeated after an interruption. */
public enum MeltStage {
  /** PACKMOL places the atoms at random. */
  PACK,
  /** Overlaps are removed, then the melt is kept at its temperature. */
  MELT,
  /** It cools at a constant rate. */
  QUENCH,
  /** The glass finds its volume at ambient pressure. */
  RELAX,
  /** g(r) is taken at that volume. */
  PRODUCTION;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
