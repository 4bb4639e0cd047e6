package org.glasspcf.core.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;
import org.glasspcf.core.NumericInput;
import org.glasspcf.core.RadialGrid;

/**
 * Simulated glasses with their curves: independent melts, grouped by composition and pair into
 * samples. All curves lie on one grid. Immutable; every order below is fixed by the content, not by
 * the order in which melts were listed.
 *
 * <p>Compositions may be marked as held out for testing. The marks travel with every subset, and
 * {@link #requireTrainingOnly(String)} refuses them: whatever chooses an option, stops a training
 * early or calibrates calls it first.
 *
 * <pre>{@code
 * GlassDataset data = GlassDataset.bundled(); // or read(folder)
 * for (DatasetSplit fold : data.trainingPart().groupedFolds(5, 42)) {
 *   System.out.println(fold.training().curves() + " curves to learn, " + fold.test().curves() + " to watch");
 * }
 * }</pre>
 */
public final class GlassDataset {
  private static final String BUNDLED = "org/glasspcf/core/dataset/nbs-glass-md/";

  private final List<GlassSimulation> simulations;
  private final Set<GlassComposition> heldOut;
  private final Map<GlassComposition, SortedMap<ElementPair, GlassSample>> samplesByGlass;
  private final List<GlassComposition> compositions;
  private final List<GlassSample> samples;

  private GlassDataset(List<GlassSimulation> sortedById, Set<GlassComposition> marked) {
    simulations = List.copyOf(sortedById);
    Map<GlassComposition, List<GlassSimulation>> melts = new HashMap<>();
    for (GlassSimulation simulation : simulations) {
      melts.computeIfAbsent(simulation.composition(), c -> new ArrayList<>()).add(simulation);
    }
    compositions =
        melts.keySet().stream().sorted(Comparator.comparing(GlassComposition::toString)).toList();
    samplesByGlass = new HashMap<>();
    melts.forEach(
        (composition, group) -> samplesByGlass.put(composition, GlassSample.ofMelts(group)));
    samples = compositions.stream().flatMap(c -> samplesByGlass.get(c).values().stream()).toList();
    Set<GlassComposition> present = new HashSet<>(marked);
    present.retainAll(melts.keySet());
    heldOut = Set.copyOf(present);
  }

  /**
   * A data set of melts in memory, nothing held out.
   *
   * @param simulations melts of any compositions, in any order; may be none
   * @return the data set
   * @throws IllegalArgumentException if two melts have one id, or curves lie on different grids
   */
  public static GlassDataset of(List<GlassSimulation> simulations) {
    SortedMap<String, GlassSimulation> sorted = new TreeMap<>();
    for (GlassSimulation simulation : simulations) {
      if (sorted.put(simulation.id(), simulation) != null) {
        throw new IllegalArgumentException(
            "each simulation of a data set must have its own id, but two are " + simulation.id());
      }
      RadialGrid grid = simulations.get(0).grid();
      if (!simulation.grid().equals(grid)) {
        throw new IllegalArgumentException(
            "all curves of a data set must lie on one grid, but "
                + simulation.id()
                + " has "
                + simulation.grid()
                + " and "
                + simulations.get(0).id()
                + " has "
                + grid);
      }
    }
    return new GlassDataset(List.copyOf(sorted.values()), Set.of());
  }

  /**
   * Reads a folder in the layout of the {@linkplain org.glasspcf.core.dataset package description}.
   *
   * @param folder the folder that holds {@code glasses.csv}
   * @return the data set; what its {@code split.csv} calls {@code test} is held out, and nothing
   *     without that file
   * @throws GlassDataException if a file is missing or breaks a rule; the message names the file,
   *     the line in the uncompressed text, the rule and the offending text
   */
  public static GlassDataset read(Path folder) {
    requireFolder(folder);
    return DatasetReader.read(DatasetFiles.in(folder), List.of());
  }

  /**
   * Reads a folder and the conditions of its melts, such as quench rates: columns of {@code
   * glasses.csv} that {@link #read(Path)} ignores.
   *
   * @param folder the folder that holds {@code glasses.csv}
   * @param conditions names, units and ranges of the columns; {@code schema.inputs()}
   * @return the data set, its compositions with these conditions
   * @throws GlassDataException as {@link #read(Path)}, and if a column is missing or a value is no
   *     number or out of its range
   */
  public static GlassDataset read(Path folder, List<NumericInput> conditions) {
    requireFolder(folder);
    return DatasetReader.read(DatasetFiles.in(folder), List.copyOf(conditions));
  }

  private static void requireFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw GlassDataException.inFile(folder.toString(), "must be the folder of a data set");
    }
  }

  /**
   * Reads the data set that comes with this library, nbs-glass-md: molecular dynamics of 91 doped
   * silicate and sodium borosilicate glasses, 290 melts, g(r) up to 10 Å in 500 bins of 0.02 Å. It
   * lies in a jar of its own, which those who only predict don't need:
   *
   * <pre>{@code
   * <dependency>
   *   <groupId>org.glasspcf</groupId>
   *   <artifactId>glass-pcf-core</artifactId>
   *   <version>(that of glass-pcf-core)</version>
   *   <classifier>data</classifier>
   * </dependency>
   * }</pre>
   *
   * @return the data set, with its fixed test glasses held out; read whole on every call, in a
   *     fifth of a second and in a fresh JVM in two thirds: keep it
   * @throws GlassDataException if that jar is not on the class path
   */
  public static GlassDataset bundled() {
    return bundled(GlassDataset.class.getClassLoader());
  }

  static GlassDataset bundled(ClassLoader loader) {
    DatasetFiles files = DatasetFiles.onClassPath(loader, BUNDLED);
    if (!files.has(DatasetReader.GLASSES)) {
      throw GlassDataException.inFile(
          files.describe(DatasetReader.GLASSES),
          "must be on the class path to use the bundled data set: add the artifact"
              + " org.glasspcf:glass-pcf-core with the classifier data, in the version of"
              + " glass-pcf-core");
    }
    return DatasetReader.read(files, List.of());
  }

  /**
   * Marks compositions as held out for testing, in place of all earlier marks.
   *
   * @param marked compositions of this data set
   * @return a copy with these marks
   * @throws IllegalArgumentException if one of them is not in the data set
   */
  public GlassDataset withHeldOut(Set<GlassComposition> marked) {
    for (GlassComposition composition : marked) {
      if (!samplesByGlass.containsKey(composition)) {
        throw new IllegalArgumentException(
            "only glasses of the data set can be held out, and " + composition + " is not in it");
      }
    }
    return new GlassDataset(simulations, marked);
  }

  /**
   * Marks compositions as held out for testing, in place of all earlier marks: {@code glass ->
   * glass.conditions().get("quench_K_per_ps") == 10} holds out a rate, and glasses cooled at other
   * rates stay to train on.
   *
   * @param marked says of each composition, with its conditions, whether it is held out
   * @return a copy with these marks
   */
  public GlassDataset withHeldOut(Predicate<GlassComposition> marked) {
    return new GlassDataset(
        simulations, compositions.stream().filter(marked).collect(Collectors.toSet()));
  }

  /**
   * Sets a condition of every melt, such as the quench rate of a data set that does not tell it.
   *
   * @param input what the value is of
   * @param value the value (the input's unit), in its range
   * @return the data set at this condition; marks stay
   * @throws IllegalArgumentException if the value is out of the input's range, or glasses that
   *     become one by it are held out in part
   */
  public GlassDataset withCondition(NumericInput input, double value) {
    return new GlassDataset(
        simulations.stream().map(melt -> melt.withCondition(input, value)).toList(),
        mappedMarks(glass -> glass.withCondition(input, value)));
  }

  /** The held-out glasses under a change that may make one glass of several. */
  private Set<GlassComposition> mappedMarks(UnaryOperator<GlassComposition> change) {
    Set<GlassComposition> marks = heldOut.stream().map(change).collect(Collectors.toSet());
    for (GlassComposition glass : compositions) {
      if (!isHeldOut(glass) && marks.contains(change.apply(glass))) {
        throw new IllegalArgumentException(
            "a glass must be held out at all its conditions or at none of them to forget or set"
                + " them, but "
                + glass
                + " is not held out and others of it are");
      }
    }
    return marks;
  }

  /**
   * Forgets all conditions: melts of a composition become one sample, at whatever conditions.
   *
   * @return the data set of the compositions alone; marks stay
   * @throws IllegalArgumentException if a composition is held out at some of its conditions only
   */
  public GlassDataset withoutConditions() {
    return new GlassDataset(
        simulations.stream().map(GlassSimulation::withoutConditions).toList(),
        mappedMarks(GlassComposition::withoutConditions));
  }

  /**
   * The melts of two data sets together.
   *
   * @param other a data set on the same grid
   * @return all melts; what is held out in either is held out
   * @throws IllegalArgumentException if two melts have one id, curves lie on different grids, or a
   *     composition is held out in one and not in the other
   */
  public GlassDataset union(GlassDataset other) {
    for (GlassComposition glass : compositions) {
      if (other.samplesByGlass.containsKey(glass) && isHeldOut(glass) != other.isHeldOut(glass)) {
        throw new IllegalArgumentException(
            "a glass must be held out in both data sets or in none, but "
                + glass
                + " is in one only");
      }
    }
    Set<GlassComposition> marks = new HashSet<>(heldOut);
    marks.addAll(other.heldOut);
    GlassDataset all = of(Stream.of(simulations, other.simulations).flatMap(List::stream).toList());
    return all.withHeldOut(marks);
  }

  /**
   * Keeps some curves.
   *
   * @param keep says for each composition and pair whether to keep its curves
   * @return the data set of these curves; melts without any are left out, marks stay
   */
  public GlassDataset withCurves(BiPredicate<GlassComposition, ElementPair> keep) {
    List<GlassSimulation> kept =
        simulations.stream()
            .flatMap(melt -> melt.withPairs(p -> keep.test(melt.composition(), p)).stream())
            .toList();
    return new GlassDataset(kept, heldOut);
  }

  /** Keeps some compositions. */
  GlassDataset withGlasses(Predicate<GlassComposition> keep) {
    return withCurves((composition, pair) -> keep.test(composition));
  }

  /**
   * The part to train, tune and calibrate on.
   *
   * @return the glasses that are not held out, possibly none
   */
  public GlassDataset trainingPart() {
    return withGlasses(composition -> !isHeldOut(composition));
  }

  /**
   * The part to test on.
   *
   * @return the held-out glasses, still marked; none if {@link #hasHeldOut()} is false
   */
  public GlassDataset testPart() {
    return withGlasses(this::isHeldOut);
  }

  /**
   * Refuses held-out glasses. Tuning, early stopping, calibration and ablations call this on
   * whatever they are given.
   *
   * @param purpose what the data would be used for, such as {@code "early stopping"}
   * @throws IllegalArgumentException if a held-out glass is here; names it and the purpose
   */
  public void requireTrainingOnly(String purpose) {
    Optional<GlassComposition> first = compositions.stream().filter(this::isHeldOut).findFirst();
    if (first.isPresent()) {
      throw new IllegalArgumentException(
          purpose
              + " must not use held-out glasses, but the data hold "
              + first.get()
              + (heldOut.size() > 1 ? " and " + (heldOut.size() - 1) + " more" : "")
              + "; pass trainingPart()");
    }
  }

  /**
   * The split by the held-out marks.
   *
   * @return {@link #trainingPart()} and {@link #testPart()}
   * @throws IllegalArgumentException if no glass or every glass is held out
   */
  public DatasetSplit fixedSplit() {
    return new DatasetSplit(SplitKind.FIXED, trainingPart(), testPart());
  }

  /**
   * Splits at random by composition: all melts and pairs of a composition on one side, at whatever
   * conditions. Held-out glasses are drawn like others and keep their marks.
   *
   * @param testFraction the share of compositions to test on (1), above 0 and below 1; their number
   *     is rounded, and at least one stays on each side
   * @param seed equal seeds give equal splits of equal compositions
   * @return the split
   * @throws IllegalArgumentException if the share is out of range or there are fewer than two
   *     compositions
   */
  public DatasetSplit splitByGlass(double testFraction, long seed) {
    return DatasetSplitter.byGlass(this, testFraction, seed);
  }

  /**
   * Splits at random by curve: pairs of one composition may stand on both sides, the melts of a
   * sample don't. Held-out glasses are drawn like others and keep their marks.
   *
   * @param testFraction the share of curves to test on (1), above 0 and below 1; their number is
   *     rounded, and at least one stays on each side
   * @param seed equal seeds give equal splits of equal samples
   * @return the split
   * @throws IllegalArgumentException if the share is out of range or there are fewer than two
   *     curves
   */
  public DatasetSplit splitByCurve(double testFraction, long seed) {
    return DatasetSplitter.byCurve(this, testFraction, seed);
  }

  /**
   * Folds for cross-validation by composition: every composition is in the test part of one fold,
   * with all its melts and pairs, at whatever conditions.
   *
   * @param k the number of folds, from 2 to the number of compositions; they differ in size by one
   *     composition at most
   * @param seed equal seeds give equal folds of equal compositions
   * @return k splits
   * @throws IllegalArgumentException if k is out of range, or if the data hold held-out glasses
   */
  public List<DatasetSplit> groupedFolds(int k, long seed) {
    requireTrainingOnly("cross-validation");
    return DatasetSplitter.folds(this, k, seed);
  }

  /**
   * The melts.
   *
   * @return all melts, by id
   */
  public List<GlassSimulation> simulations() {
    return simulations;
  }

  /**
   * The curves, melts of one composition and pair taken together.
   *
   * @return all samples, by canonical text of the composition, then by pair
   */
  public List<GlassSample> samples() {
    return samples;
  }

  /**
   * The curve of one pair in one glass.
   *
   * @param composition any composition
   * @param pair any pair
   * @return its sample, empty if there is none
   */
  public Optional<GlassSample> sample(GlassComposition composition, ElementPair pair) {
    SortedMap<ElementPair, GlassSample> ofGlass = samplesByGlass.get(composition);
    return ofGlass == null ? Optional.empty() : Optional.ofNullable(ofGlass.get(pair));
  }

  /**
   * The glasses.
   *
   * @return every composition once, at each of its conditions, by canonical text
   */
  public List<GlassComposition> compositions() {
    return compositions;
  }

  /**
   * The glasses without their conditions: what a split by glass keeps together.
   *
   * @return every composition once, by canonical text
   */
  public List<GlassComposition> compositionsWithoutConditions() {
    return compositions.stream()
        .map(GlassComposition::withoutConditions)
        .distinct()
        .sorted(Comparator.comparing(GlassComposition::toString))
        .toList();
  }

  /**
   * How many curves there are to learn or to judge.
   *
   * @return the number of {@link #samples()}
   */
  public int curves() {
    return samples.size();
  }

  /**
   * Whether nothing is left, as in a test part without held-out glasses.
   *
   * @return true if there is no melt
   */
  public boolean isEmpty() {
    return simulations.isEmpty();
  }

  /**
   * The bins of all curves.
   *
   * @return the grid (Å), empty for an empty data set
   */
  public Optional<RadialGrid> grid() {
    return simulations.stream().findFirst().map(GlassSimulation::grid);
  }

  /**
   * Whether a held-out glass is here.
   *
   * @return true if at least one composition of this data set is held out
   */
  public boolean hasHeldOut() {
    return !heldOut.isEmpty();
  }

  /**
   * Whether a glass of this data set is held out.
   *
   * @param composition any composition
   * @return true if it is here and held out for testing
   */
  public boolean isHeldOut(GlassComposition composition) {
    return heldOut.contains(composition);
  }

  /**
   * A hash of the whole content. It does not depend on the order of files, rows or columns, on the
   * locale or on the way the data came in.
   *
   * <p>The {@linkplain org.glasspcf.core.dataset package description} says of what bytes.
   *
   * @return 64 hexadecimal digits in lower case
   */
  public String sha256() {
    return DatasetDigest.sha256(this);
  }

  /**
   * Describes the data set for people.
   *
   * @return the numbers of glasses, melts, curves and held-out glasses
   */
  @Override
  public String toString() {
    return compositions.size()
        + " glasses, "
        + simulations.size()
        + " simulations, "
        + samples.size()
        + " curves, "
        + heldOut.size()
        + " held out";
  }
}
