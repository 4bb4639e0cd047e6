package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glasspcf.core.CompositionGrid;
import org.glasspcf.core.Oxide;
import org.glasspcf.core.OxideRange;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.design.DesignConstraint;
import org.glasspcf.pipeline.design.DesignSpace;
import org.glasspcf.pipeline.design.InverseDesign;
import picocli.CommandLine.Option;

/** Where a design searches, and what for. */
final class DesignOptions {
  private static final String NUMBER = "(\\d+(?:\\.\\d+)?)";
  private static final Pattern SUM =
      Pattern.compile("([^=+]+(?:\\+[^=+]+)*)=" + NUMBER + "\\.\\." + NUMBER);
  private static final Pattern RATIO =
      Pattern.compile("([^=/]+)/([^=/]+)=" + NUMBER + "\\.\\." + NUMBER);

  @Option(
      names = "--model",
      paramLabel = "<file>",
      defaultValue = Models.PRETRAINED,
      description = "The model file. Default: the one that comes with the library.")
  private Path model;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "<pair>:<number>=<value>",
      description =
          "What is wanted: B-O:coordination=3.6, Si-O:bond-length=1.62 (Å), O-O:peak-position=2.6"
              + " (Å), Na-O:peak-height=3; with a tolerance B-O:coordination=3.6+-0.02; or"
              + " =largest, =smallest. May be given again.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--oxide",
      required = true,
      paramLabel = "<oxide>=<amounts>",
      description =
          "An oxide with its amounts in mol%%: SiO2=40..80, ZnO=5, or Na2O=rest for 0 to 100; may"
              + " be given again.")
  private List<String> oxides = new ArrayList<>();

  @Option(
      names = "--step",
      paramLabel = "<x>",
      defaultValue = "1",
      description =
          "Step of all amounts (mol%%); divides 100 and their ends. Default: ${DEFAULT-VALUE}.")
  private double step;

  @Option(
      names = "--sum",
      paramLabel = "<oxides>=<amounts>",
      description = "A sum of oxides in mol%%: SiO2+B2O3=60..80; may be given again.")
  private List<String> sums = new ArrayList<>();

  @Option(
      names = "--ratio",
      paramLabel = "<oxide>/<oxide>=<x>",
      description = "A ratio of two oxides' mol%%: Na2O/B2O3=0.5..1.5; may be given again.")
  private List<String> ratios = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "<n>",
      defaultValue = "0",
      description = "Which glasses a search of a large space draws. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--allow-outside",
      description = "Rank glasses outside the training domain too, after all others.")
  private boolean allowsOutside;

  GlassPcfPipeline pipeline() {
    return Models.load(model);
  }

  List<TargetText> targets() {
    return targets.stream().map(TargetText::parse).toList();
  }

  DesignSpace space() {
    List<OxideRange> ranges = oxides.stream().map(GlassesOptions::range).toList();
    Set<Oxide> named = ranges.stream().map(OxideRange::oxide).collect(Collectors.toSet());
    DesignSpace space = DesignSpace.of(CompositionGrid.of(step, ranges));
    for (String sum : sums) {
      space = space.where(sum(sum, named));
    }
    for (String ratio : ratios) {
      space = space.where(ratio(ratio, named));
    }
    return space;
  }

  long seed() {
    return seed;
  }

  /** A search; a model without bands ranks by predictions alone, which is noted on err. */
  InverseDesign search(GlassPcfPipeline pipeline, PrintWriter err) {
    InverseDesign design = InverseDesign.of(pipeline);
    if (!pipeline.hasBands()) {
      err.println("note: the model has no bands, so the spread of melts does not count");
      design = design.ignoringSpread();
    }
    return allowsOutside ? design.allowingOutside() : design;
  }

  private static DesignConstraint sum(String text, Set<Oxide> named) {
    Matcher matcher = SUM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("--sum must be like SiO2+B2O3=60..80, not " + text);
    }
    List<Oxide> summed = new ArrayList<>();
    for (String formula : matcher.group(1).split("\\+")) {
      summed.add(oxide("--sum", formula, named));
    }
    return DesignConstraint.sum(
        Double.parseDouble(matcher.group(2)),
        Double.parseDouble(matcher.group(3)),
        summed.toArray(Oxide[]::new));
  }

  private static DesignConstraint ratio(String text, Set<Oxide> named) {
    Matcher matcher = RATIO.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("--ratio must be like Na2O/B2O3=0.5..1.5, not " + text);
    }
    return DesignConstraint.ratio(
        oxide("--ratio", matcher.group(1), named),
        oxide("--ratio", matcher.group(2), named),
        Double.parseDouble(matcher.group(3)),
        Double.parseDouble(matcher.group(4)));
  }

  /** No glass holds an oxide that is not in the grid: it would count as 0 mol%. */
  private static Oxide oxide(String option, String formula, Set<Oxide> named) {
    Oxide oxide = Oxide.of(formula);
    if (!named.contains(oxide)) {
      throw new IllegalArgumentException(
          option + " must be of oxides that --oxide names, but there is no --oxide for " + oxide);
    }
    return oxide;
  }
}
