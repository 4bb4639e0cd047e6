package org.glasspcf.core.dataset;

import static org.glasspcf.core.dataset.Melts.SI_O;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.RadialGrid;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The data set that comes with the library. Expected numbers were computed from the same files with
 * Python 3.11 and NumPy 2.4.6: {@code numpy.loadtxt}, {@code mean(0)}, {@code var(0, ddof=1)}, and
 * for re-binning {@code numpy.interp} of the running integral of r² g, over r³, at the new edges
 * (the uneven shells with NumPy 1.24.2; on shells that share their edges, r and r³ are the same).
 */
class BundledDatasetTest {
  private static final GlassComposition FIRST = GlassComposition.parse("35SiO2-35B2O3-30Na2O");
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final ElementPair O_O = ElementPair.of("O", "O");
  private static final ElementPair NA_NA = ElementPair.of("Na", "Na");

  private static GlassDataset dataset;

  @BeforeAll
  static void read() {
    dataset = GlassDataset.bundled();
  }

  private static GlassSample sample(GlassComposition composition, ElementPair pair) {
    return dataset.sample(composition, pair).orElseThrow();
  }

  private static double[] at(double[] values, int... bins) {
    return IntStream.of(bins).mapToDouble(bin -> values[bin]).toArray();
  }

  @Test
  void content_hasTheDescribedSize() {
    assertEquals("91 glasses, 290 simulations, 1023 curves, 17 held out", dataset.toString());
    assertEquals(Optional.of(RadialGrid.uniform(10, 500)), dataset.grid());
    assertEquals(191, dataset.testPart().curves());
    assertEquals(17, dataset.testPart().compositions().size());
    assertEquals(74, dataset.trainingPart().compositions().size());
    assertEquals(990, dataset.samples().stream().filter(GlassSample::wellSampled).count());
    dataset
        .samples()
        .forEach(s -> assertEquals(dataset.isHeldOut(s.composition()) ? 4 : 3, s.simulations()));
  }

  @Test
  void pairs_ofEveryMelt_areAllOfItsGlass() {
    dataset
        .simulations()
        .forEach(melt -> assertEquals(melt.composition().pairs(), melt.pairs(), melt::id));
  }

  /** Computed by a Python script from the description of the hash alone, hashlib and struct. */
  @Test
  void sha256_isThatOfTheDescribedBytes() {
    assertEquals(
        "61753c0e371690da1af643e4bc1de37e11e74f99cd859840ee65d442b8bf7150", dataset.sha256());
  }

  /** Every silicon has four oxygens: N = 4πρ_O ∫ g r² dr up to 2.1 Å, ρ_O = n_O/V. */
  @Test
  void silicon_inSilica_hasFourOxygens() {
    int melts = 0;
    for (GlassSimulation melt : dataset.simulations()) {
      if (melt.composition().equals(SILICA)) {
        double oxygen = melt.atomCount(Element.O) / melt.volume().orElseThrow();
        double neighbors = 4 * Math.PI * oxygen * integral(melt.curve(SI_O).orElseThrow(), 2.1);
        assertTrue(neighbors >= 3.99 && neighbors <= 4.01, melt.id() + ": " + neighbors);
        melts++;
      }
    }
    assertEquals(3, melts);
  }

  private static double integral(PairCorrelationFunction curve, double to) {
    double sum = 0;
    for (int bin = 0; curve.grid().center(bin) < to; bin++) {
      sum += curve.value(bin) * curve.grid().shellMoment(bin);
    }
    return sum;
  }

  /** Mass over volume, with Avogadro's number 0.602214076 × 10²⁴ mol⁻¹ (exact in the SI). */
  @Test
  void density_ofEveryMelt_isMassOverVolume() {
    for (GlassSimulation melt : dataset.simulations()) {
      double mass =
          Arrays.stream(Element.values()).mapToDouble(e -> melt.atomCount(e) * e.molarMass()).sum();
      double density = mass / 0.602214076 / melt.volume().orElseThrow();
      assertEquals(density, melt.density().orElseThrow(), 1e-4 * density, melt::id);
    }
  }

  @Test
  void g_farOut_isNearOne() {
    for (GlassSample sample : dataset.samples()) {
      if (sample.wellSampled()) {
        double[] tail = Arrays.copyOfRange(sample.meanCurve().values(), 400, 500);
        assertEquals(1, Arrays.stream(tail).average().orElseThrow(), 0.15, sample::toString);
      }
    }
  }

  @Test
  void mean_isNumpys() {
    GlassSample siO = sample(FIRST, SI_O);
    double[] mean = siO.meanCurve().values();
    assertArrayEquals(
        new double[] {27.320999999999998, 1.288825, 0.002997375, 1.1913, 0.99346},
        at(mean, 80, 85, 130, 300, 499),
        1e-13);
    assertEquals(484.732681, Arrays.stream(mean).sum(), 1e-9);
    double[] error = siO.standardError().orElseThrow();
    assertArrayEquals(
        new double[] {
          0.15204604565722873,
          0.03141468274018804,
          0.0014648853256455493,
          0.004655104724922943,
          0.005315179520329789
        },
        at(error, 80, 85, 130, 300, 499),
        1e-14);
    assertEquals(5.725054641848643, Arrays.stream(error).sum(), 1e-11);
    double[] oxygen = sample(SILICA, O_O).meanCurve().values();
    assertArrayEquals(
        new double[] {0, 6.021366666666666, 0.7992133333333333, 1.0194},
        at(oxygen, 85, 130, 300, 499),
        1e-14);
    assertEquals(142 * 832, siO.pairCount());
    assertEquals(4L * 142 * 832, siO.pairCountSum());
  }

  @Test
  void rebinnedMean_on100Bins_isNumpys() {
    RadialGrid grid = RadialGrid.uniform(10, 100);
    GlassSample siO = sample(FIRST, SI_O).rebin(grid);
    assertArrayEquals(
        new double[] {
          14.812293725581283,
          0.37326058737627354,
          0.003399456121253309,
          1.1779102092159173,
          0.996314101116442
        },
        at(siO.meanCurve().values(), 16, 17, 26, 60, 99),
        1e-12);
    assertArrayEquals(
        new double[] {
          0.05539232368432892,
          0.01918533327394929,
          0.0012336095832498762,
          0.012440238578919422,
          0.00508571202520661
        },
        at(siO.standardError().orElseThrow(), 16, 17, 26, 60, 99),
        1e-12);
    assertEquals(96.94989946757502, Arrays.stream(siO.meanCurve().values()).sum(), 1e-11);
    assertArrayEquals(
        new double[] {0, 5.322341488372076, 0.807660022327049, 1.026781979084863},
        at(sample(SILICA, O_O).rebin(grid).meanCurve().values(), 17, 26, 60, 99),
        1e-12);
    assertArrayEquals(
        new double[] {0, 1.0422274907925957, 1.146033202076312, 0.9751160895929261},
        at(sample(FIRST, NA_NA).rebin(grid).meanCurve().values(), 17, 26, 60, 99),
        1e-12);
  }

  /** 64 shells of uneven width: 0, 28 from 1.2 Å, 17 from 2.8 Å, 18 from 4.5 to 10 Å. */
  @Test
  void rebinnedMean_onUnevenShells_isNumpys() {
    double[] edges = new double[65];
    for (int i = 1; i <= 64; i++) {
      if (i <= 28) {
        edges[i] = 1.2 + (i - 1) * 1.6 / 28;
      } else if (i <= 45) {
        edges[i] = 2.8 + (i - 29) * 1.7 / 17;
      } else {
        edges[i] = 4.5 + (i - 46) * 5.5 / 18;
      }
    }
    double[] siO = sample(FIRST, SI_O).rebin(RadialGrid.ofEdges(edges)).meanCurve().values();
    assertArrayEquals(
        new double[] {
          0.005957297747919393,
          16.262052591868667,
          21.76511283282466,
          0.0034720525841517597,
          2.010771762230292,
          0.991532705384528
        },
        at(siO, 5, 7, 8, 26, 40, 63),
        1e-12);
    assertEquals(80.25125574592342, Arrays.stream(siO).sum(), 1e-11);
  }

  @Test
  void javadocSample_runs() {
    List<GlassSample> learned = new ArrayList<>();
    GlassDataset data = GlassDataset.bundled();
    for (DatasetSplit fold : data.trainingPart().groupedFolds(5, 42)) {
      fold.training().samples().forEach(sample -> learned.add(sample));
    }
    assertEquals(4 * data.trainingPart().curves(), learned.size());
  }

  @Test
  void bundled_withoutItsJar_saysWhatToAdd() {
    ClassLoader empty = ClassLoader.getPlatformClassLoader();
    String message =
        assertThrows(GlassDataException.class, () -> GlassDataset.bundled(empty)).getMessage();
    assertTrue(
        message.endsWith(
            "must be on the class path to use the bundled data set: add the artifact"
                + " org.glasspcf:glass-pcf-core with the classifier data, in the version of"
                + " glass-pcf-core"),
        message);
  }

  @Test
  void tuning_onTheBundledSet_isRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> dataset.groupedFolds(5, 1)).getMessage();
    assertEquals(
        "cross-validation must not use held-out glasses, but the data hold 35SiO2-35B2O3-30Na2O and"
            + " 16 more; pass trainingPart()",
        message);
    dataset.trainingPart().requireTrainingOnly("tuning");
  }
}
