package org.glasspcf.pipeline.evaluation;

import java.util.List;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;

/** The six mole fractions by which the baselines know a glass. */
final class MoleFractions {

  static final List<Oxide> OXIDES =
      List.of(Oxide.Na2O, Oxide.B2O3, Oxide.SiO2, Oxide.BaO, Oxide.TiO2, Oxide.ZnO);

  private MoleFractions() {}

  /** Mole fractions (1) in the order of {@link #OXIDES}. */
  static double[] of(GlassComposition composition) {
    for (Oxide oxide : composition.oxides()) {
      Checks.require(
          OXIDES.contains(oxide),
          "the baselines know glasses of " + OXIDES + ", got " + oxide + " in " + composition);
    }
    return OXIDES.stream().mapToDouble(oxide -> composition.molePercent(oxide) / 100).toArray();
  }
}
