package org.glasspcf.pipeline.design;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.pipeline.uncertainty.TrainingDomain;
import org.junit.jupiter.api.Test;

class DesignSpaceTest {
  private static final CompositionGrid GRID =
      CompositionGrid.of(
          0.1,
          OxideRange.of(Oxide.SiO2, 60, 70),
          OxideRange.of(Oxide.B2O3, 0, 20),
          OxideRange.rest(Oxide.Na2O));

  private static Set<String> texts(Collection<GlassComposition> glasses) {
    return glasses.stream()
        .map(GlassComposition::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void neighbors_exchangeTwoOxides() {
    GlassComposition glass = GlassComposition.parse("65SiO2-15B2O3-20Na2O");
    assertEquals(
        new TreeSet<>(
            List.of(
                "65.3SiO2-14.7B2O3-20Na2O",
                "65.3SiO2-15B2O3-19.7Na2O",
                "64.7SiO2-15.3B2O3-20Na2O",
                "65SiO2-15.3B2O3-19.7Na2O",
                "64.7SiO2-15B2O3-20.3Na2O",
                "65SiO2-14.7B2O3-20.3Na2O")),
        texts(DesignSpace.of(GRID).neighbors(glass, 0.3)));
  }

  @Test
  void neighbors_stayInTheRangesAndHoldConstraints() {
    DesignSpace space = DesignSpace.of(GRID).where(DesignConstraint.sum(0, 30, Oxide.Na2O));
    assertEquals(
        Set.of("69.9SiO2-0.1B2O3-30Na2O", "70SiO2-0.1B2O3-29.9Na2O"),
        texts(space.neighbors(GlassComposition.parse("70SiO2-30Na2O"), 0.1)));
  }

  @Test
  void neighbors_areGlassesOfTheGrid() {
    Set<GlassComposition> all = GRID.stream().collect(Collectors.toSet());
    GlassComposition corner = GRID.get(0);
    List<GlassComposition> neighbors = DesignSpace.of(GRID).neighbors(corner, 0.7);
    assertEquals(2, neighbors.size(), "of " + corner);
    for (GlassComposition neighbor : neighbors) {
      assertEquals(0.7, TrainingDomain.distance(corner, neighbor), 1e-9);
      assertEquals(true, all.contains(neighbor), neighbor.toString());
    }
  }

  @Test
  void text_holdsGridAndConstraints() {
    assertEquals(
        "SiO2 60 to 70, B2O3 0 to 20, Na2O 0 to 100 (mol%) in steps of 0.1 mol%, where"
            + " Na2O/B2O3 from 0.5 to 1.0",
        DesignSpace.of(GRID)
            .where(DesignConstraint.ratio(Oxide.Na2O, Oxide.B2O3, 0.5, 1))
            .toString());
  }
}
