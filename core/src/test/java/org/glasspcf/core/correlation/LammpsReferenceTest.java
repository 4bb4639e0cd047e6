package org.glasspcf.core.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.density.NumberDensities;
import org.glasspcf.core.trajectory.DirectedPair;
import org.glasspcf.core.trajectory.LammpsRdf;
import org.glasspcf.core.trajectory.TrajectoryReader;
import org.junit.jupiter.api.Test;

/**
 * Against {@code compute rdf} of LAMMPS 29 Sep 2021 - Update 2 on the same frames, written with 12
 * digits; the decks {@code glass.lmp} and {@code triclinic.lmp} are among the test resources. No
 * distance in these frames lies within 1e-9 Å of an edge.
 */
class LammpsReferenceTest {
  private static final String RAW = "/org/glasspcf/core/raw/nbs-60-20-20-s1/";
  private static final List<DirectedPair> GLASS_ORDER =
      pairs("Si-Si Si-B Si-O Si-Na B-B B-O B-Na O-O O-Na Na-Na");
  private static final List<DirectedPair> TRICLINIC_ORDER =
      pairs("Si-Si Si-O Si-Na Si-Zn O-O O-Na O-Zn Na-Na Na-Zn Zn-Zn");

  private static List<DirectedPair> pairs(String names) {
    return Stream.of(names.split(" ")).map(DirectedPair::parse).toList();
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(LammpsReferenceTest.class.getResource(name).toURI());
  }

  private static PairCorrelations correlations(Path trajectory, RadialGrid grid) {
    try (TrajectoryReader frames = TrajectoryReader.open(trajectory)) {
      return PairCorrelationCalculator.of(grid).ofFrames(frames);
    }
  }

  @Test
  void elevenFramesOfAGlass_agreeWithLammpsInEveryBin() throws URISyntaxException {
    LammpsRdf lammps = LammpsRdf.read(resource("glass.rdf.gz"), GLASS_ORDER, LammpsRdf.Blocks.LAST);
    PairCorrelations result =
        correlations(resource(RAW + "traj.dump.gz"), RadialGrid.uniform(10, 500));
    assertEquals(11, result.frames());
    assertEquals(1499, result.atomCounts().values().stream().mapToInt(n -> n).sum());
    assertEquals(10, result.pairs().size());
    assertAgree(lammps, result, GLASS_ORDER);
  }

  @Test
  void skewedCellsOfTwoVolumes_agreeWithLammpsInEveryBin() throws URISyntaxException {
    LammpsRdf lammps =
        LammpsRdf.read(resource("triclinic.rdf.gz"), TRICLINIC_ORDER, LammpsRdf.Blocks.LAST);
    PairCorrelations result =
        correlations(resource("triclinic.dump.gz"), RadialGrid.uniform(6, 60));
    assertEquals(2, result.frames());
    assertEquals(1, result.atomCounts().get(Element.Zn));
    assertAgree(lammps, result, TRICLINIC_ORDER);
  }

  private static void assertAgree(
      LammpsRdf lammps, PairCorrelations result, List<DirectedPair> order) {
    for (DirectedPair pair : order) {
      double[] coordination = lammps.coordination(pair.center(), pair.neighbor());
      double[] running = result.runningCoordination(pair.center(), pair.neighbor());
      double[] expected = lammps.curve(pair.pair()).values();
      PairCorrelationFunction curve = result.curves().get(pair.pair());
      for (int bin = 0; bin < expected.length; bin++) {
        double actual = curve == null ? 0 : curve.value(bin);
        String place = pair + " in bin " + bin;
        assertEquals(expected[bin], actual, 1e-10 * expected[bin], place);
        assertEquals(coordination[bin], running[bin], 1e-10 * coordination[bin], place);
      }
    }
    ElementPair siliconOxygen = ElementPair.of(Element.Si, Element.O);
    assertTrue(lammps.curve(siliconOxygen).maximum() > 1, "there must be something to compare");
  }

  /**
   * {@code rdf.out} is the mean of 100 frames with 6 digits, in the volume that all of them have.
   */
  @Test
  void curvesOfTheSimulationItself_integrateToItsCoordinationNumbers() throws URISyntaxException {
    LammpsRdf lammps =
        LammpsRdf.read(resource(RAW + "rdf.out.gz"), GLASS_ORDER, LammpsRdf.Blocks.LAST);
    PairCorrelations frames =
        correlations(resource(RAW + "traj.dump.gz"), RadialGrid.uniform(10, 500));
    NumberDensities densities = frames.densities();
    for (DirectedPair pair : GLASS_ORDER) {
      double[] coordination = lammps.coordination(pair.center(), pair.neighbor());
      double density = densities.neighbors(pair.center(), pair.neighbor());
      PairCorrelationFunction curve = lammps.curve(pair.pair());
      double integral = 0;
      for (int bin = 0; bin < coordination.length; bin++) {
        integral += 4 * Math.PI * curve.value(bin) * curve.grid().shellMoment(bin);
        double expected = coordination[bin];
        assertEquals(expected, density * integral, 2e-5 * expected, pair + " in bin " + bin);
      }
      assertTrue(coordination[499] > 10, pair + " must have neighbors");
    }
  }
}
