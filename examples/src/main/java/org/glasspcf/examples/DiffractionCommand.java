package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.glasspcf.core.diffraction.DiffractionCsv;
import org.glasspcf.core.diffraction.GlassDiffraction;
import org.glasspcf.core.diffraction.NeutronScatteringLengths;
import org.glasspcf.core.diffraction.QGrid;
import org.glasspcf.core.diffraction.TotalCorrelation;
import org.glasspcf.core.diffraction.WindowFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf diffraction}. */
@Command(
    name = "diffraction",
    description =
        "Computes structure factors S(Q) and the total correlation function T(r) of a glass from"
            + " its g(r), simulated or predicted, to lay beside experiments.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class DiffractionCommand implements Callable<Integer> {
  private static final double Q_STEP = 0.02;

  @Spec private CommandSpec spec;
  @Mixin private CurvesInput input = new CurvesInput();

  @Option(
      names = "--radiation",
      paramLabel = "neutron|xray",
      description = "The radiation of the total S(Q). Default: both.")
  private Optional<Radiation> radiation = Optional.empty();

  @Option(
      names = "--isotope",
      paramLabel = "<isotope>",
      description =
          "For neutrons, all atoms of an element are this isotope, such as 11B; may be given"
              + " again. Default: natural elements.")
  private List<String> isotopes = new ArrayList<>();

  @Option(
      names = "--window",
      paramLabel = "none|lorch",
      defaultValue = "none",
      description =
          "What g(r) - 1 is multiplied with before its transform. Default: ${DEFAULT-VALUE}.")
  private WindowFunction window = WindowFunction.NONE;

  @Option(
      names = "--q-max",
      paramLabel = "<q>",
      defaultValue = "20",
      description = "Largest Q (Å⁻¹), in steps of 0.02 Å⁻¹. Default: ${DEFAULT-VALUE}.")
  private double qMax;

  @Option(
      names = "--broaden",
      paramLabel = "<q>",
      description =
          "Show T(r) as an experiment up to this Q (Å⁻¹) does, with Lorch's window. Default: as"
              + " sharp as the curves.")
  private Optional<Double> broaden = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "<file>",
      description = "Write Q_A-1, the totals S(Q) and the Faber-Ziman partials.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--csv-t",
      paramLabel = "<file>",
      description = "Write r_A and the neutrons' G(r), D(r), T(r) after Keen; of one source only.")
  private Optional<Path> csvT = Optional.empty();

  @Option(
      names = "--plot",
      paramLabel = "<file>",
      description = "Draw the total S(Q) (a .png or .svg file).")
  private Optional<Path> plot = Optional.empty();

  @Option(names = "--partials", description = "Draw the partials below the totals.")
  private boolean partials;

  @Option(
      names = "--plot-t",
      paramLabel = "<file>",
      description = "Draw the neutrons' T(r) (a .png or .svg file).")
  private Optional<Path> plotT = Optional.empty();

  @Option(
      names = "--mark",
      paramLabel = "<q:label>",
      description = "Mark a measured position in S(Q), such as 1.52:FSDP; may be given again.")
  private List<String> marks = new ArrayList<>();

  @Option(
      names = "--mark-t",
      paramLabel = "<r:label>",
      description = "Mark a measured distance in T(r), such as 1.62:Si-O; may be given again.")
  private List<String> marksT = new ArrayList<>();

  @Override
  public Integer call() {
    OutputFiles files =
        input
            .keepIn(new OutputFiles())
            .add("--csv", csv)
            .add("--csv-t", csvT)
            .addPicture("--plot", plot)
            .addPicture("--plot-t", plotT);
    QGrid q = grid();
    NeutronScatteringLengths lengths = lengths();
    if (!marks.isEmpty() || !marksT.isEmpty()) {
      DiffractionPictures.parsed(marks);
      DiffractionPictures.parsed(marksT);
    }
    List<GlassCurves> curves = input.read(spec.commandLine().getErr());
    if (csvT.isPresent() && curves.size() > 1) {
      throw new IllegalArgumentException(
          "--csv-t writes one source of curves: leave out --model or the file of curves");
    }
    input.warn(spec.commandLine().getErr());
    List<Diffracted> sources = new ArrayList<>();
    Map<String, TotalCorrelation> totals = new LinkedHashMap<>();
    for (GlassCurves source : curves) {
      GlassDiffraction glass =
          GlassDiffraction.of(source.curves(), source.densities()).withWindow(window);
      sources.add(Diffracted.of(source.name(), glass, radiations(), lengths, q));
      if (csvT.isPresent() || plotT.isPresent()) {
        TotalCorrelation sharp = glass.totalCorrelation(lengths);
        totals.put(
            source.name(),
            broaden.map(to -> sharp.broadened(to, WindowFunction.LORCH)).orElse(sharp));
      }
    }
    print(sources);
    files.write(
        Map.of(
            "--csv", file -> DiffractionCsv.write(file, Diffracted.columns(sources)),
            "--csv-t", file -> DiffractionCsv.write(file, totals.values().iterator().next()),
            "--plot",
                file ->
                    DiffractionPictures.writeStructureFactors(
                        file,
                        input.heading(),
                        sources,
                        partials,
                        marks,
                        note(sources, "; drawn from there.")),
            "--plot-t",
                file ->
                    DiffractionPictures.writeTotalCorrelation(
                        file, input.heading() + ", neutrons", totals, marksT, noteT())));
    return 0;
  }

  private QGrid grid() {
    long points = Math.round(qMax / Q_STEP);
    if (!(points >= 2 && Math.abs(qMax - points * Q_STEP) < 1e-6 && qMax <= 1000)) {
      throw new IllegalArgumentException(
          "--q-max must be a multiple of 0.02 Å⁻¹ of at least 0.04, got " + qMax);
    }
    return QGrid.uniform(Q_STEP, points * Q_STEP, (int) points);
  }

  private List<Radiation> radiations() {
    return radiation.map(List::of).orElse(List.of(Radiation.values()));
  }

  private NeutronScatteringLengths lengths() {
    NeutronScatteringLengths lengths = NeutronScatteringLengths.natural();
    for (String isotope : isotopes) {
      lengths = lengths.withIsotope(isotope);
    }
    return lengths;
  }

  private void print(List<Diffracted> sources) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(input.title() + ", " + input.density());
    out.printf("%n%-20s %-10s %12s %8s%n", "S(Q)", "", "first sharp", "peak");
    out.printf("%-20s %-10s %12s %8s%n", "", "", "Q (Å⁻¹)", "S");
    for (Diffracted source : sources) {
      source
          .totals()
          .forEach(
              (kind, s) ->
                  out.printf(
                      Locale.ROOT,
                      "%-20s %-10s %12s %8s%n",
                      source.name(),
                      kind.label(),
                      s.firstSharpPeak()
                          .map(peak -> String.format(Locale.ROOT, "%.3f", peak.position()))
                          .orElse("-"),
                      s.firstSharpPeak()
                          .map(peak -> String.format(Locale.ROOT, "%.3f", peak.height()))
                          .orElse("-")));
    }
    out.println(note(sources, "."));
  }

  private String note(List<Diffracted> sources, String more) {
    GlassDiffraction glass = sources.get(0).glass();
    double rMax = 2 * Math.PI / glass.resolution();
    return String.format(
        Locale.ROOT,
        "%s, g(r) up to %s Å: the resolution of S(Q) is about %.1f Å⁻¹%s%s%s",
        window == WindowFunction.LORCH ? "Lorch's window" : "No window",
        TextFile.number(Math.round(rMax * 1e6) / 1e6),
        glass.resolution(),
        more,
        isotopes.isEmpty() ? "" : " Neutrons: " + String.join(", ", isotopes) + ".",
        (" " + input.caveat()).stripTrailing());
  }

  private String noteT() {
    return broaden
            .map(
                q ->
                    String.format(
                        Locale.ROOT,
                        "As an experiment up to Q = %s Å⁻¹ with Lorch's window.",
                        TextFile.number(q)))
            .orElse("")
        + (isotopes.isEmpty() ? "" : " " + String.join(", ", isotopes) + ".")
        + " "
        + input.caveat();
  }
}
