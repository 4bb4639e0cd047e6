package org.glasspcf.examples.melt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassDataException;

/**
 * What decides how a melt comes out. It is written beside the melt, so that a resumed run with
 * other settings can be told from this one.
 *
 * @param glass the composition
 * @param protocol how to melt and quench
 * @param seed seed of packing, velocities and noise
 */
record MeltSettings(GlassComposition glass, MeltQuenchProtocol protocol, int seed) {
  /** Name of the file. */
  static final String FILE = "melt.txt";

  private static final String SEPARATOR = " = ";

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("composition (mol%)", glass.toString());
    values.put("seed", Integer.toString(seed));
    values.put("atoms", Integer.toString(protocol.atoms()));
    values.put("melt temperature (K)", Numbers.plain(protocol.meltTemperature()));
    values.put("melt time (ps)", Numbers.plain(protocol.meltTime()));
    values.put("quench rate (K/ps)", Numbers.plain(protocol.quenchRate()));
    values.put("glass temperature (K)", Numbers.plain(protocol.glassTemperature()));
    values.put("relaxation time (ps)", Numbers.plain(protocol.relaxationTime()));
    values.put("volume time (ps)", Numbers.plain(protocol.volumeTime()));
    values.put("settling time (ps)", Numbers.plain(protocol.settlingTime()));
    values.put("production time (ps)", Numbers.plain(protocol.productionTime()));
    return values;
  }

  /** The text of the file: one {@code name = value} a line. */
  String text() {
    return values().entrySet().stream()
        .map(entry -> entry.getKey() + SEPARATOR + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Refuses a melt that was made with other settings.
   *
   * @param file the file beside that melt
   * @throws MeltQuenchException if a setting differs; names both values
   * @throws GlassDataException if the file is no such file
   */
  void requireSame(Path file) throws IOException {
    Map<String, String> before = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      int separator = line.indexOf(SEPARATOR);
      if (separator < 0) {
        throw GlassDataException.atLine(
            file.toString(), number, "must be a setting, name = value, was '" + line + "'");
      }
      before.put(line.substring(0, separator), line.substring(separator + SEPARATOR.length()));
    }
    values()
        .forEach(
            (name, value) -> {
              String other = before.get(name);
              if (!value.equals(other)) {
                throw new MeltQuenchException(
                    file
                        + ": this melt was begun with "
                        + name
                        + " "
                        + (other == null ? "missing" : other)
                        + ", and now it is "
                        + value
                        + ": go on with the same settings, or use another folder");
              }
            });
  }
}
