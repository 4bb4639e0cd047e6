package org.glasspcf.pipeline.screening;

import java.util.Optional;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.density.NumberDensities;

/** Number densities of a glass, worked out when they are first needed; for one thread. */
final class GlassDensities {
  private final GlassComposition glass;
  private Optional<NumberDensities> known = Optional.empty();

  GlassDensities(GlassComposition glass) {
    this.glass = glass;
  }

  NumberDensities get() {
    if (known.isEmpty()) {
      known = Optional.of(MolarVolumeModel.bundled().densities(glass));
    }
    return known.get();
  }
}
