package org.glasspcf.examples;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.glasspcf.core.correlation.CoordinationShell;
import org.glasspcf.core.correlation.GlassStructure;
import org.glasspcf.core.correlation.ShellPeak;

/** Files of first shells: a row for each source and each element around each. */
final class ShellsCsv {
  private static final List<String> COLUMNS =
      List.of(
          "source",
          "center",
          "neighbor",
          "peak_A",
          "g_peak",
          "fwhm_A",
          "minimum_A",
          "g_minimum",
          "bond_A",
          "coordination",
          "bo4_share");

  private ShellsCsv() {}

  static void write(Path file, Map<String, Shells> sources) {
    StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
    sources.forEach(
        (source, shells) ->
            shells
                .structure()
                .rows()
                .forEach(row -> text.append(quoted(source)).append(cells(row)).append('\n')));
    TextFile.write(file, text.toString());
  }

  private static String cells(GlassStructure.Row row) {
    String peak =
        row.search()
            .peak()
            .map((ShellPeak found) -> numbers(found.position(), found.height(), found.width()))
            .orElse(",,,");
    String shell =
        row.shell()
            .map(
                (CoordinationShell found) ->
                    numbers(found.minimum(), found.depth(), found.meanDistance()))
            .orElse(",,,");
    return ","
        + row.center().symbol()
        + ","
        + row.neighbor().symbol()
        + peak
        + shell
        + number(row.coordinationNumber())
        + row.boron().map(boron -> numbers(boron.fourfold())).orElse(",");
  }

  private static String number(OptionalDouble value) {
    return value.isPresent() ? numbers(value.getAsDouble()) : ",";
  }

  private static String numbers(double... values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(',').append(TextFile.number(value));
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.matches("[^,\"\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
