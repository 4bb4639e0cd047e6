package org.glasspcf.core.density;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.dataset.GlassDataset;

/**
 * The density of a glass from its composition, by additive molar volumes: ρ = Σxᵢ Mᵢ / Σxᵢ Vᵢ with
 * mole fractions xᵢ (1), molar masses Mᵢ (g/mol) and molar volumes Vᵢ (cm³/mol) of the oxides.
 *
 * <p>B2O3 has two volumes, that of threefold and of fourfold boron, in the shares that {@link
 * DellBrayXiao} gives; with one volume, the bundled model's error would be twice as large ({@link
 * BoronVolume}). The volumes are fitted, unweighted, to one value for each composition, the mean
 * density over its melts, at whatever conditions: a model of volumes knows oxides alone.
 *
 * <p>What is fitted to simulations gives <b>the densities of those simulations</b>: of their
 * potential and of glasses quenched in a tenth of a nanosecond, not of the glasses in a laboratory.
 * Outside the range of compositions that were fitted, the volumes extrapolate.
 *
 * <pre>{@code
 * GlassComposition glass = GlassComposition.parse("57SiO2-23.5B2O3-19.5Na2O");
 * NumberDensities densities = MolarVolumeModel.bundled().densities(glass);
 * }</pre>
 *
 * <p>Immutable.
 */
public final class MolarVolumeModel {
  private static final String THREEFOLD = "B2O3 (BO3)";
  private static final String FOURFOLD = "B2O3 (BO4)";

  /**
   * Printed by {@code MolarVolumeModel.fit(GlassDataset.bundled().trainingPart())}; a test refits
   * them.
   */
  private static final MolarVolumeModel BUNDLED =
      new MolarVolumeModel(
          BoronVolume.BY_COORDINATION,
          volumes(
              List.of("SiO2", THREEFOLD, FOURFOLD, "Na2O", "BaO", "TiO2", "ZnO"),
              new double[] {26.2518, 36.8453, 22.2334, 21.0590, 22.6995, 23.6497, 14.1763}),
          Optional.of(new DensityError(0.00830, 0.3184, 74)));

  private final BoronVolume boron;
  private final Map<String, Double> volumes;
  private final Optional<DensityError> error;

  private MolarVolumeModel(
      BoronVolume boron, Map<String, Double> volumes, Optional<DensityError> error) {
    this.boron = boron;
    this.volumes = Collections.unmodifiableMap(volumes);
    this.error = error;
  }

  /** How many molar volumes B2O3 has. */
  public enum BoronVolume {
    /**
     * One, whatever its coordination. Cross-validated on the bundled training glasses, the density
     * is off by 0.0186 g/cm³ (RMSE over 74 compositions, each left out in turn).
     */
    ONE,
    /**
     * One of threefold and one of fourfold boron, mixed by {@link DellBrayXiao}: 0.0083 g/cm³ in
     * the same cross-validation. The glass may hold only what that model knows, if it holds B2O3.
     */
    BY_COORDINATION
  }

  /**
   * The error of a model's densities: each composition is left out in turn, the volumes are fitted
   * to the others, and its density is predicted.
   *
   * @param rmse root of the mean squared error (g/cm³)
   * @param rmsePercent root of the mean squared relative error (%)
   * @param compositions how many were predicted
   */
  public record DensityError(double rmse, double rmsePercent, int compositions) {}

  /**
   * The model that comes with this library, fitted to the 74 training glasses of the bundled data
   * set: SiO2, B2O3, Na2O, BaO, ZnO, TiO2. Its densities are off by 0.0083 g/cm³ or 0.32 %, where
   * the mean of three melts has a standard error of 0.007 g/cm³.
   *
   * @return the model; needs no data set
   */
  public static MolarVolumeModel bundled() {
    return BUNDLED;
  }

  /**
   * Fits the volumes of all oxides in a data set, {@link BoronVolume#BY_COORDINATION}.
   *
   * @param training glasses, none of them held out; each melt knows its volume or density
   * @return the model
   * @throws IllegalArgumentException as {@link #fit(GlassDataset, BoronVolume)}
   */
  public static MolarVolumeModel fit(GlassDataset training) {
    return fit(training, BoronVolume.BY_COORDINATION);
  }

  /**
   * Fits the volumes of all oxides in a data set.
   *
   * @param training glasses, none of them held out; each melt knows its volume or density
   * @param boron how many volumes B2O3 has
   * @return the model
   * @throws IllegalArgumentException if the data set is empty, holds a held-out glass or a melt
   *     without volume and density, its compositions are too few or too alike to tell the volumes
   *     apart, or B2O3 is to be split and stands beside an oxide that {@link DellBrayXiao} doesn't
   *     know
   */
  public static MolarVolumeModel fit(GlassDataset training, BoronVolume boron) {
    training.requireTrainingOnly("fitting molar volumes");
    List<GlassComposition> glasses = training.compositionsWithoutConditions();
    List<String> terms =
        glasses.stream().flatMap(g -> terms(g, boron).keySet().stream()).distinct().toList();
    double[] densities = glasses.stream().mapToDouble(g -> meanDensity(training, g)).toArray();
    List<double[]> rows = glasses.stream().map(g -> row(terms, terms(g, boron))).toList();
    double[] molar = new double[densities.length];
    for (int i = 0; i < molar.length; i++) {
      molar[i] = molarMass(glasses.get(i)) / densities[i];
    }
    double[] fitted =
        LeastSquares.solve(rows, molar)
            .filter(volumes -> volumes.length > 0)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the "
                            + glasses.size()
                            + " compositions are too few or too alike to fit the molar volumes of "
                            + terms));
    return new MolarVolumeModel(
        boron, volumes(terms, fitted), crossValidated(glasses, rows, molar, densities));
  }

  private static Optional<DensityError> crossValidated(
      List<GlassComposition> glasses, List<double[]> rows, double[] molar, double[] densities) {
    double squared = 0;
    double relative = 0;
    int predicted = 0;
    for (int out = 0; out < molar.length; out++) {
      List<double[]> others = new ArrayList<>(rows);
      double[] row = others.remove(out);
      double[] values = new double[molar.length - 1];
      System.arraycopy(molar, 0, values, 0, out);
      System.arraycopy(molar, out + 1, values, out, values.length - out);
      Optional<double[]> volumes = LeastSquares.solve(others, values);
      if (volumes.isPresent()) {
        double volume = 0;
        for (int i = 0; i < row.length; i++) {
          volume += row[i] * volumes.get()[i];
        }
        double off = molarMass(glasses.get(out)) / volume - densities[out];
        squared += off * off;
        relative += off * off / (densities[out] * densities[out]);
        predicted++;
      }
    }
    return predicted == 0
        ? Optional.empty()
        : Optional.of(
            new DensityError(
                Math.sqrt(squared / predicted), 100 * Math.sqrt(relative / predicted), predicted));
  }

  private static double meanDensity(GlassDataset data, GlassComposition glass) {
    return data.simulations().stream()
        .filter(melt -> melt.composition().withoutConditions().equals(glass))
        .map(NumberDensities::of)
        .mapToDouble(NumberDensities::massDensity)
        .average()
        .orElseThrow();
  }

  private static double molarMass(GlassComposition glass) {
    return glass.oxides().stream().mapToDouble(o -> glass.moleFraction(o) * o.molarMass()).sum();
  }

  /** The mole fractions of what has a volume, in the glass's order of oxides. */
  private static Map<String, Double> terms(GlassComposition glass, BoronVolume boron) {
    Map<String, Double> terms = new LinkedHashMap<>();
    for (Oxide oxide : glass.oxides()) {
      double fraction = glass.moleFraction(oxide);
      if (oxide.equals(Oxide.B2O3) && boron == BoronVolume.BY_COORDINATION) {
        double fourfold = DellBrayXiao.fourfoldFraction(glass);
        terms.put(THREEFOLD, fraction * (1 - fourfold));
        terms.put(FOURFOLD, fraction * fourfold);
      } else {
        terms.put(oxide.formula(), fraction);
      }
    }
    return terms;
  }

  private static double[] row(List<String> terms, Map<String, Double> fractions) {
    return terms.stream().mapToDouble(term -> fractions.getOrDefault(term, 0.0)).toArray();
  }

  private static Map<String, Double> volumes(List<String> terms, double[] volumes) {
    Map<String, Double> result = new LinkedHashMap<>();
    for (int i = 0; i < volumes.length; i++) {
      result.put(terms.get(i), volumes[i]);
    }
    return result;
  }

  /**
   * The molar volumes.
   *
   * @return V (cm³/mol) by formula, {@code B2O3 (BO3)} and {@code B2O3 (BO4)} if boron has two;
   *     immutable
   */
  public Map<String, Double> volumes() {
    return volumes;
  }

  /**
   * The error of the densities, cross-validated by composition.
   *
   * @return the error; empty if no composition could be left out of the fit
   */
  public Optional<DensityError> error() {
    return error;
  }

  /**
   * The molar volume of a glass.
   *
   * @param glass a glass of oxides that were fitted
   * @return Σxᵢ Vᵢ (cm³/mol)
   * @throws IllegalArgumentException if the model has no volume of an oxide in the glass; names it;
   *     or if the glass is so far from those fitted that the volume is not above 0
   */
  public double molarVolume(GlassComposition glass) {
    List<Oxide> unknown = glass.oxides().stream().filter(oxide -> !knows(oxide)).toList();
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "no molar volume is known of "
              + unknown.stream().map(Oxide::formula).collect(Collectors.joining(", "))
              + " in "
              + glass
              + ": the model has those of "
              + String.join(", ", volumes.keySet())
              + "; give the density (g/cm³) instead");
    }
    double volume =
        terms(glass, boron).entrySet().stream()
            .mapToDouble(term -> term.getValue() * volumes.get(term.getKey()))
            .sum();
    if (!(volume > 0)) {
      throw new IllegalArgumentException(
          "the molar volumes extrapolate to " + volume + " cm³/mol for " + glass);
    }
    return volume;
  }

  private boolean knows(Oxide oxide) {
    return volumes.containsKey(oxide.formula())
        || oxide.equals(Oxide.B2O3) && volumes.containsKey(FOURFOLD);
  }

  /**
   * The density of a glass.
   *
   * @param glass a glass of oxides that were fitted
   * @return its mass density (g/cm³)
   * @throws IllegalArgumentException as {@link #molarVolume}
   */
  public double density(GlassComposition glass) {
    return molarMass(glass) / molarVolume(glass);
  }

  /**
   * The number densities of a glass.
   *
   * @param glass a glass of oxides that were fitted
   * @return those of its elements in the bulk
   * @throws IllegalArgumentException as {@link #molarVolume}
   */
  public NumberDensities densities(GlassComposition glass) {
    return NumberDensities.of(glass, density(glass));
  }

  /**
   * Prints the volumes, to 4 decimals.
   *
   * @return volumes (cm³/mol) and error (g/cm³)
   */
  @Override
  public String toString() {
    return "molar volumes (cm³/mol) "
        + volumes.entrySet().stream()
            .map(v -> String.format(Locale.ROOT, "%s %.4f", v.getKey(), v.getValue()))
            .collect(Collectors.joining(", "))
        + error
            .map(
                e ->
                    String.format(
                        Locale.ROOT,
                        "; densities off by %.5f g/cm³ (%.4f %%), RMSE of %d compositions",
                        e.rmse(),
                        e.rmsePercent(),
                        e.compositions()))
            .orElse("");
  }
}
