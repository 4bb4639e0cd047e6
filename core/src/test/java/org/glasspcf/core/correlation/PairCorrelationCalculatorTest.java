package org.glasspcf.core.correlation;

import static org.glasspcf.core.Element.Na;
import static org.glasspcf.core.Element.O;
import static org.glasspcf.core.Element.Si;
import static org.glasspcf.core.Element.Zn;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.trajectory.Frame;
import org.glasspcf.core.trajectory.SimulationCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairCorrelationCalculatorTest {
  private static final ElementPair O_O = ElementPair.of(O, O);
  private static final ElementPair SI_O = ElementPair.of(Si, O);

  private static PairCorrelationCalculator calculator(double rMax, int bins) {
    return PairCorrelationCalculator.of(RadialGrid.uniform(rMax, bins));
  }

  private static Frame atoms(double side, List<Element> elements, double... positions) {
    return Frame.of(SimulationCell.orthorhombic(side, side, side), elements, positions);
  }

  @Test
  void twoAtoms_areOnePairInTheBinOfTheirDistance() {
    PairCorrelations result =
        calculator(5, 10).of(atoms(10, List.of(Si, O), 1, 1, 1, 1, 3.2, 1)); // 2.2 Å apart
    long[] expected = new long[10];
    expected[4] = 1;
    assertArrayEquals(expected, result.pairCounts(SI_O));
    double shell = 4 * Math.PI / 3 * (2.5 * 2.5 * 2.5 - 8);
    assertEquals(1000 / shell, result.curve(SI_O).value(4), 1e-12);
    assertEquals(0, result.runningCoordination(Si, O)[3]);
    assertEquals(1, result.runningCoordination(Si, O)[4]);
    assertEquals(1, result.runningCoordination(O, Si)[9]);
  }

  @Test
  void twoAlikeAtoms_areNormalizedByOneNeighborEach() {
    PairCorrelations result = calculator(5, 10).of(atoms(10, List.of(O, O), 1, 1, 1, 1, 3.2, 1));
    double shell = 4 * Math.PI / 3 * (2.5 * 2.5 * 2.5 - 8);
    assertEquals(1000 / shell, result.curve(O_O).value(4), 1e-12);
    assertEquals(1, result.runningCoordination(O, O)[4]);
  }

  @Test
  void nearestImages_areAcrossTheFaces() {
    PairCorrelations result =
        calculator(5, 10).of(atoms(10, List.of(Si, O), 0.3, 9.9, 5, 9.8, 0.1, 5));
    assertEquals(1, result.pairCounts(SI_O)[1]); // √(0.5² + 0.2²) Å
  }

  @Test
  void simpleCubicLattice_hasItsKnownShells() {
    double[] positions = new double[3 * 512];
    for (int atom = 0; atom < 512; atom++) {
      positions[3 * atom] = atom % 8;
      positions[3 * atom + 1] = atom / 8 % 8;
      positions[3 * atom + 2] = atom / 64;
    }
    Frame lattice = atoms(8, Atoms.mix(512, O), positions);
    PairCorrelations result = calculator(4, 16).of(lattice);
    long[] neighbors = new long[16];
    neighbors[4] = 6; // 1
    neighbors[5] = 12; // √2
    neighbors[6] = 8; // √3
    neighbors[8] = 6 + 24; // 2, √5
    neighbors[9] = 24; // √6
    neighbors[11] = 12; // √8
    neighbors[12] = 6 + 24 + 24; // 3 twice over (3, 0, 0 and 2, 2, 1), √10
    neighbors[13] = 24 + 8; // √11, √12
    neighbors[14] = 24 + 48; // √13, √14
    neighbors[15] = 0; // √16 = 4 is not below r_max
    long[] pairs = Arrays.stream(neighbors).map(n -> n * 512 / 2).toArray();
    assertArrayEquals(pairs, result.pairCounts(O_O));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 29, 57, 58, 113, 250, 499})
  void distanceOnAnEdge_goesToTheBinThatLammpsGivesIt(int edge) {
    double r = edge * 0.02;
    PairCorrelations result = calculator(10, 500).of(atoms(20, List.of(Si, O), 0, 0, 0, r, 0, 0));
    int lammps = (int) (r * (1.0 / (10.0 / 500)));
    assertEquals(1, result.pairCounts(SI_O)[lammps]);
  }

  @Test
  void distanceOfHalfTheBox_isNotCounted() {
    PairCorrelations result = calculator(5, 10).of(atoms(10, List.of(Si, O), 0, 0, 0, 5, 0, 0));
    assertEquals(0, Arrays.stream(result.pairCounts(SI_O)).sum());
  }

  @Test
  void atomsAtOnePlace_areAPairAtZero() {
    PairCorrelations result = calculator(5, 10).of(atoms(10, List.of(O, O), 1, 2, 3, 1, 2, 3));
    assertEquals(1, result.pairCounts(O_O)[0]);
  }

  @Test
  void singleAtomOfAnElement_hasNoCurveWithItself() {
    PairCorrelations result =
        calculator(5, 10).of(atoms(10, List.of(Zn, O, O), 1, 1, 1, 1, 3, 1, 4, 4, 4));
    ElementPair znZn = ElementPair.of(Zn, Zn);
    assertEquals(List.of(O_O, ElementPair.of(Zn, O)), result.pairs());
    assertEquals(0, Arrays.stream(result.pairCounts(znZn)).sum());
    assertArrayEquals(new double[10], result.runningCoordination(Zn, Zn));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> result.curve(znZn));
    assertEquals(
        "g(r) is known for pairs of atoms that occur, [O-O, Zn-O], got Zn-Zn", e.getMessage());
  }

  @Test
  void singleAtom_hasNoCurves() {
    assertTrue(calculator(5, 10).of(atoms(10, List.of(O), 1, 1, 1)).curves().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void fewAtomsAnywhere_areCountedAsAllImagesAre(long seed) {
    Random random = new Random(seed);
    SimulationCell cell = Atoms.skewed(random, seed % 4);
    List<Element> elements = Atoms.mix(1 + random.nextInt(30), Si, 40, O, 1, Zn);
    Frame frame = Atoms.gas(cell, elements, -0.9, 1.9, random);
    double rMax = Atoms.halfLeastWidth(cell) * (random.nextBoolean() ? 1 : 0.8);
    assertEqualToBruteForce(frame, rMax, 20, 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void manyAtomsInSkewedCells_areCountedAsAllImagesAre(long seed) {
    Random random = new Random(seed);
    SimulationCell cell = Atoms.skewed(random, seed % 3);
    Frame frame = Atoms.gas(cell, Atoms.mix(120, Si, 180, O), 0, 1, random);
    assertEqualToBruteForce(frame, Atoms.halfLeastWidth(cell) / (1 + seed % 3), 50, 1);
  }

  private static void assertEqualToBruteForce(Frame frame, double rMax, int bins, int images) {
    PairCorrelations result = calculator(rMax, bins).of(frame);
    long total = 0;
    for (Element one : frame.atomCounts().keySet()) {
      for (Element other : frame.atomCounts().keySet()) {
        ElementPair pair = ElementPair.of(one, other);
        long[] expected = Atoms.bruteForce(frame, pair, rMax, bins, images);
        assertArrayEquals(expected, result.pairCounts(pair), pair + " in " + frame);
        total += Arrays.stream(expected).sum();
      }
    }
    assertTrue(total > 0, "the test must count something");
  }

  @Test
  void atomsOutsideTheCell_areWrappedInto() {
    SimulationCell cell = Atoms.skewed(new Random(5), 1);
    Frame frame = Atoms.gas(cell, Atoms.mix(60, Si, 90, O), 5);
    double[] moved = frame.positions();
    Random random = new Random(6);
    for (int atom = 0; atom < frame.atoms(); atom++) {
      for (int vector = 0; vector < 3; vector++) {
        int whole = random.nextInt(2001) - 1000;
        for (int axis = 0; axis < 3; axis++) {
          moved[3 * atom + axis] += whole * cell.vector(vector)[axis];
        }
      }
    }
    assertSameCounts(frame, Frame.of(cell, elements(frame), moved));
  }

  @Test
  void orderOfAtoms_doesNotMatter() {
    Frame frame = Atoms.gas(Atoms.skewed(new Random(7), 1), Atoms.mix(60, Si, 90, O), 7);
    int n = frame.atoms();
    double[] positions = frame.positions();
    double[] reversed = new double[3 * n];
    Element[] elements = new Element[n];
    for (int atom = 0; atom < n; atom++) {
      int to = (atom * 91 + 13) % n;
      elements[to] = frame.element(atom);
      System.arraycopy(positions, 3 * atom, reversed, 3 * to, 3);
    }
    assertSameCounts(frame, Frame.of(frame.cell(), List.of(elements), reversed));
  }

  @Test
  void rotationAndTranslation_doNotMatter() {
    Frame frame = Atoms.gas(Atoms.skewed(new Random(8), 1), Atoms.mix(60, Si, 90, O), 8);
    double[][] rotation = Atoms.rotation(new Random(9));
    double[] positions = frame.positions();
    for (int atom = 0; atom < frame.atoms(); atom++) {
      double[] turned = Atoms.turn(rotation, positions, 3 * atom);
      for (int axis = 0; axis < 3; axis++) {
        positions[3 * atom + axis] = turned[axis] + 1.7 * (axis + 1);
      }
    }
    double[][] vectors = new double[3][];
    for (int i = 0; i < 3; i++) {
      vectors[i] = Atoms.turn(rotation, frame.cell().vector(i), 0);
    }
    SimulationCell cell = SimulationCell.of(new double[] {-3, 4, 5}, vectors);
    assertSameCounts(frame, Frame.of(cell, elements(frame), positions));
  }

  @Test
  void replicatedFrame_hasItsPairsInEveryCopy() {
    Frame frame = Atoms.gas(Atoms.skewed(new Random(10), 1), Atoms.mix(60, Si, 90, O), 10);
    PairCorrelationCalculator calculator = calculator(Atoms.halfLeastWidth(frame.cell()), 40);
    long[] once = calculator.of(frame).pairCounts(SI_O);
    long[] copies = calculator.of(frame.replicated(2, 3, 1)).pairCounts(SI_O);
    assertArrayEquals(Arrays.stream(once).map(n -> 6 * n).toArray(), copies);
  }

  private static void assertSameCounts(Frame one, Frame other) {
    PairCorrelationCalculator calculator =
        calculator(Math.nextDown(Atoms.halfLeastWidth(one.cell())), 40);
    PairCorrelations first = calculator.of(one);
    PairCorrelations second = calculator.of(other);
    for (ElementPair pair : first.pairs()) {
      assertArrayEquals(first.pairCounts(pair), second.pairCounts(pair));
    }
  }

  private static List<Element> elements(Frame frame) {
    Element[] elements = new Element[frame.atoms()];
    Arrays.setAll(elements, frame::element);
    return List.of(elements);
  }

  @Test
  void framesOfDifferentVolume_giveTheMeanOfTheirCurves() {
    List<Element> elements = Atoms.mix(50, Si, 100, O);
    Frame small = Atoms.gas(SimulationCell.orthorhombic(12, 12, 12), elements, 1);
    Frame large = Atoms.gas(SimulationCell.orthorhombic(14, 13, 15), elements, 2);
    PairCorrelationCalculator calculator = calculator(6, 30);
    PairCorrelations both = calculator.ofFrames(List.of(small, large));
    PairCorrelations first = calculator.of(small);
    PairCorrelations second = calculator.of(large);
    for (ElementPair pair : both.pairs()) {
      for (int bin = 0; bin < 30; bin++) {
        double mean = (first.curve(pair).value(bin) + second.curve(pair).value(bin)) / 2;
        assertEquals(mean, both.curve(pair).value(bin), 1e-12 * mean);
      }
    }
    double expected =
        (first.runningCoordination(O, Si)[29] + second.runningCoordination(O, Si)[29]) / 2;
    assertEquals(expected, both.runningCoordination(O, Si)[29], 1e-12);
    assertEquals(2, both.frames());
    assertEquals((12 * 12 * 12 + 14 * 13 * 15) / 2.0, both.meanVolume(), 1e-9);
    assertEquals(Map.of(Si, 50, O, 100), both.atomCounts());
    assertEquals(50 / both.meanVolume(), both.densities().of(Si), 1e-15);
    assertEquals(RadialGrid.uniform(6, 30), both.grid());
  }

  @Test
  void gridOfUnevenBins_isRefused() {
    RadialGrid grid = RadialGrid.ofEdges(0, 1, 2, 4);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PairCorrelationCalculator.of(grid));
    assertEquals(
        "pairs are counted in bins of one width from 0 (Å), got a grid of 3 bins from 0 to 4 Å whose"
            + " edge 1 is at 1.0 Å; re-bin the curves for another one",
        e.getMessage());
  }

  @Test
  void gridThatDoesNotStartAtZero_isRefused() {
    RadialGrid grid = RadialGrid.ofEdges(1, 2, 3);
    assertThrows(IllegalArgumentException.class, () -> PairCorrelationCalculator.of(grid));
  }

  @Test
  void rMaxBeyondHalfTheLeastWidth_isRefusedWithBoth() {
    SimulationCell cell =
        SimulationCell.of(new double[3], new double[][] {{30, 0, 0}, {0, 30, 0}, {0, 24, 18}});
    Frame frame = Atoms.gas(cell, List.of(Si, O), 1);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> calculator(10, 500).of(frame));
    assertTrue(e.getMessage().contains("half the least width of the cell"), e.getMessage());
    assertTrue(e.getMessage().contains("got 10.0 Å for 9.0 Å in frame 1"), e.getMessage());
    assertTrue(e.getMessage().contains("a larger simulation"), e.getMessage());
    assertEquals(1, calculator(9, 500).of(frame).frames());
  }

  @Test
  void cellNotPeriodicEverywhere_isRefused() {
    SimulationCell cell =
        SimulationCell.of(
            new double[3],
            new double[][] {{30, 0, 0}, {0, 30, 0}, {0, 0, 30}},
            new boolean[] {true, true, false});
    Frame frame = Atoms.gas(cell, List.of(Si, O), 1);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> calculator(10, 500).of(frame));
    assertTrue(e.getMessage().startsWith("a cell must repeat along all three vectors"));
    assertTrue(e.getMessage().endsWith("that of frame 1 does not"), e.getMessage());
  }

  @Test
  void framesOfOtherAtoms_areRefused() {
    SimulationCell cell = SimulationCell.orthorhombic(20, 20, 20);
    List<Frame> frames =
        List.of(Atoms.gas(cell, List.of(Si, O), 1), Atoms.gas(cell, List.of(Na, O), 1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> calculator(10, 500).ofFrames(frames));
    assertEquals(
        "all frames must hold the same number of atoms of each element, got "
            + frames.get(1).atomCounts()
            + " in frame 2 after "
            + frames.get(0).atomCounts()
            + " in frame 1",
        e.getMessage());
  }

  @Test
  void noFrame_isRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> calculator(10, 500).ofFrames(List.of()));
    assertEquals("pair correlations need at least one frame, got none", e.getMessage());
  }

  @Test
  void elementThatDoesNotOccur_isRefused() {
    PairCorrelations result = calculator(5, 10).of(atoms(10, List.of(O, O), 1, 1, 1, 1, 3, 1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> result.runningCoordination(Na, O));
    assertEquals("pairs were counted of the elements [O], got Na-O", e.getMessage());
    assertFalse(result.curves().containsKey(ElementPair.of(Na, O)));
  }

  @Test
  void iterator_isReadOnTheCallingThread() {
    Frame frame = Atoms.gas(SimulationCell.orthorhombic(12, 12, 12), Atoms.mix(90, O), 1);
    Thread caller = Thread.currentThread();
    Iterator<Frame> frames =
        new Iterator<>() {
          private int left = 5;

          @Override
          public boolean hasNext() {
            assertEquals(caller, Thread.currentThread());
            return left > 0;
          }

          @Override
          public Frame next() {
            assertEquals(caller, Thread.currentThread());
            left--;
            return frame;
          }
        };
    assertEquals(5, calculator(5, 10).ofFrames(frames).frames());
  }
}
