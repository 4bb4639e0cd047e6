package org.glasspcf.examples.melt;

import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/** N4 of the Dell–Bray–Xiao model. */
final class FourfoldBoron {
  private FourfoldBoron() {}

  static double share(GlassComposition glass) {
    double boron = glass.moleFraction(Oxide.B2O3);
    double k = glass.moleFraction(Oxide.SiO2) / boron;
    double r = (glass.moleFraction(Oxide.Na2O) + glass.moleFraction(Oxide.BaO)) / boron;
    double star = k / 16 + 0.5;
    if (r < Math.max(0.5, star)) {
      return Math.min(r, star);
    }
    if (r <= k / 4 + 0.5) {
      return star;
    }
    double beyond = r - k / 4 - 0.5;
    double m1 = (2 - k / 4) / (2 + k) * beyond;
    double m2 = beyond - m1;
    return Math.max(0, 0.5 - k / 16 - m1 / 3 + k / 8 - 2.0 / 15 * m2);
  }
}
