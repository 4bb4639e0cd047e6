package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.Element;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.core.density.NumberDensities;
import picocli.CommandLine.Option;

/** What a glass is made of and how dense it is. */
final class DensityOptions {
  @Option(
      names = "--composition",
      paramLabel = "<glass>",
      description = "The glass in mol%%, for example 57SiO2-23.5B2O3-19.5Na2O.")
  private Optional<String> composition = Optional.empty();

  @Option(names = "--mass", description = "The composition is given in mass%%.")
  private boolean mass;

  @Option(
      names = "--density",
      paramLabel = "<x>",
      description =
          "Density (g/cm³). Default: from molar volumes fitted to simulated glasses, with its error"
              + " printed.")
  private Optional<Double> density = Optional.empty();

  @Option(
      names = "--atoms",
      paramLabel = "<counts>",
      hideParamSyntax = true,
      split = ",",
      description = "Atoms in the simulated box (Si=500,O=1000) instead of a density.")
  private Map<String, Integer> atoms = new LinkedHashMap<>();

  @Option(names = "--volume", paramLabel = "<x>", description = "Volume of that box (Å³).")
  private Optional<Double> volume = Optional.empty();

  private Optional<GlassComposition> glass = Optional.empty();

  /** Reads and checks the options, before anything else is read. */
  void check(PrintWriter err) {
    if (atoms.isEmpty() != volume.isEmpty()) {
      throw new IllegalArgumentException("--atoms and --volume must be given together");
    }
    if (density.isPresent() && !atoms.isEmpty()) {
      throw new IllegalArgumentException("--density and --atoms with --volume exclude each other");
    }
    if (density.isPresent() && composition.isEmpty()) {
      throw new IllegalArgumentException(
          "--density needs --composition: of what it is the density");
    }
    if (mass && composition.isEmpty()) {
      throw new IllegalArgumentException("--mass needs --composition");
    }
    if (composition.isEmpty() && atoms.isEmpty()) {
      throw new IllegalArgumentException(
          "coordination numbers and structure factors need a density: give --composition, or"
              + " --atoms with --volume");
    }
    glass = composition.map(text -> Compositions.read(text, mass, err));
  }

  /** Whether a composition was given; known before {@link #check}. */
  boolean namesGlass() {
    return composition.isPresent();
  }

  Optional<GlassComposition> glass() {
    return glass;
  }

  /**
   * The densities of the curves that were given: of the box, if its atoms are known.
   *
   * @return number densities (Å⁻³)
   * @throws IllegalArgumentException if a number is out of range or no density is known
   */
  NumberDensities ofCurves() {
    return atoms.isEmpty() ? ofBulk() : NumberDensities.ofAtoms(counts(), volume.get());
  }

  /** The densities of an infinite piece of the glass, as predictions are. */
  NumberDensities ofBulk() {
    return NumberDensities.of(glass.orElseThrow(), massDensity());
  }

  private double massDensity() {
    if (density.isPresent()) {
      return density.get();
    }
    return atoms.isEmpty()
        ? MolarVolumeModel.bundled().density(glass.orElseThrow())
        : ofCurves().massDensity();
  }

  /**
   * One line that says which density is used and how well it is known.
   *
   * @param outside whether the glass lies outside the training domain
   */
  String description(boolean outside) {
    if (!atoms.isEmpty()) {
      return String.format(
          Locale.ROOT, "density %.4f g/cm³ (atoms and volume of the box)", massDensity());
    }
    if (density.isPresent()) {
      return String.format(Locale.ROOT, "density %.4f g/cm³ (as given)", massDensity());
    }
    return fromMolarVolumes(glass.orElseThrow(), outside, "; --density sets another");
  }

  /** One line on a density that follows from molar volumes, which ends in brackets. */
  static String fromMolarVolumes(GlassComposition glass, boolean outside, String more) {
    MolarVolumeModel volumes = MolarVolumeModel.bundled();
    return String.format(
        Locale.ROOT,
        "density %.3f g/cm³ (molar volumes of simulated glasses%s%s%s)",
        volumes.density(glass),
        volumes
            .error()
            .map(
                error ->
                    String.format(
                        Locale.ROOT,
                        ", off by %.3f g/cm³ or %.1f %% in cross-validation over %d of them",
                        error.rmse(),
                        error.rmsePercent(),
                        error.compositions()))
            .orElse(""),
        outside ? "; further off outside the training domain, as here" : "",
        more);
  }

  private Map<Element, Integer> counts() {
    Map<Element, Integer> counts = new EnumMap<>(Element.class);
    atoms.forEach(
        (symbol, count) -> {
          try {
            counts.put(Element.of(symbol), count);
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--atoms: " + e.getMessage(), e);
          }
        });
    return counts;
  }
}
