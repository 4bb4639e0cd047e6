package org.glasspcf.examples;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf structure}. */
@Command(
    name = "structure",
    description =
        "Tells bond lengths, first shells and coordination numbers of a glass from its g(r),"
            + " simulated or predicted.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class,
    sortOptions = false)
final class StructureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CurvesInput input = new CurvesInput();

  @Option(
      names = "--csv",
      paramLabel = "<file>",
      description = "Write the table, a row for each element around each.")
  private Optional<Path> csv = Optional.empty();

  @Override
  public Integer call() {
    OutputFiles files = input.keepIn(new OutputFiles()).add("--csv", csv);
    PrintWriter out = spec.commandLine().getOut();
    List<GlassCurves> sources = input.read(spec.commandLine().getErr());
    input.warn(spec.commandLine().getErr());
    Map<String, Shells> shells = new LinkedHashMap<>();
    out.println(input.title() + ", " + input.density());
    for (GlassCurves source : sources) {
      Shells found = Shells.of(source.curves(), source.densities());
      shells.put(source.name(), found);
      out.printf("%n%s: %s%n", source.name(), source.grid());
      found.print(out);
      FixedCutoffs.print(out, source);
    }
    if (!input.caveat().isEmpty()) {
      out.printf("%n%s%n", input.caveat());
    }
    files.write(Map.of("--csv", file -> ShellsCsv.write(file, shells)));
    return 0;
  }
}
