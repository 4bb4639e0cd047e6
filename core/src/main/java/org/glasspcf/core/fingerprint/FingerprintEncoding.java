package org.glasspcf.core.fingerprint;

/** What the base slots of a fingerprint hold. */
public enum FingerprintEncoding {
  /** Presence bits, as in the paper: 1 for a base oxide that is in the glass, else 0. */
  PAPER,

  /** Mole fractions among the base oxides, which sum to 1. */
  FRACTIONS
}
