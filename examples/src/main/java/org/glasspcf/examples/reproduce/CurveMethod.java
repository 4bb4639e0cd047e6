package org.glasspcf.examples.reproduce;

/** Ways to a curve whose errors stand beside each other. */
public enum CurveMethod {
  /** Fingerprint → forest → latents → decoder → image → g(r): the paper's. */
  PIPELINE("pipeline", "pipeline"),
  /** True image → encoder → decoder → g(r): what no forest can better. */
  AUTOENCODER("autoencoder", "autoencoder alone"),
  /** True image → g(r): what no network can better. */
  CODEC("codec", "image alone (round trip)"),
  /** Fingerprint → forest → 100 values of g (Figure 8a). */
  DIRECT_FOREST("directForest", "direct forest"),
  /** The mean curve of the pair over the training curves: no method at all. */
  PAIR_MEAN("pairMean", "pair mean");

  private final String key;
  private final String label;

  CurveMethod(String key, String label) {
    this.key = key;
    this.label = label;
  }

  String key() {
    return key;
  }

  String label() {
    return label;
  }
}
