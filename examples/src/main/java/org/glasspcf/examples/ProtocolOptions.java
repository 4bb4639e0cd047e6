package org.glasspcf.examples;

import java.util.function.UnaryOperator;
import org.glasspcf.examples.melt.MeltQuenchProtocol;
import picocli.CommandLine.Option;

/** How a glass is melted and quenched. */
final class ProtocolOptions {
  @Option(
      names = "--atoms",
      paramLabel = "<n>",
      defaultValue = "1500",
      description = "Atoms of a melt, made up to whole formula units. Default: ${DEFAULT-VALUE}.")
  private int atoms;

  @Option(
      names = "--melt-temperature",
      paramLabel = "<K>",
      defaultValue = "4000",
      description = "Temperature of the melt (K). Default: ${DEFAULT-VALUE}.")
  private double meltTemperature;

  @Option(
      names = "--melt-time",
      paramLabel = "<ps>",
      defaultValue = "10",
      description = "Time at that temperature (ps). Default: ${DEFAULT-VALUE}.")
  private double meltTime;

  @Option(
      names = "--quench-rate",
      paramLabel = "<K/ps>",
      defaultValue = "40",
      description = "Rate of cooling (K/ps); a slower quench takes longer. Default: 40.")
  private double quenchRate;

  @Option(
      names = "--glass-temperature",
      paramLabel = "<K>",
      defaultValue = "300",
      description = "Temperature of the glass (K). Default: ${DEFAULT-VALUE}.")
  private double glassTemperature;

  @Option(
      names = "--relaxation-time",
      paramLabel = "<ps>",
      defaultValue = "12",
      description = "Time at 1 bar before the volume is averaged (ps). Default: ${DEFAULT-VALUE}.")
  private double relaxationTime;

  @Option(
      names = "--volume-time",
      paramLabel = "<ps>",
      defaultValue = "5",
      description = "Time over which the volume is averaged (ps). Default: ${DEFAULT-VALUE}.")
  private double volumeTime;

  @Option(
      names = "--settling-time",
      paramLabel = "<ps>",
      defaultValue = "4",
      description = "Time at the mean volume before g(r) is taken (ps). Default: ${DEFAULT-VALUE}.")
  private double settlingTime;

  @Option(
      names = "--production-time",
      paramLabel = "<ps>",
      defaultValue = "10",
      description = "Time over which g(r) is taken, whole ps. Default: ${DEFAULT-VALUE}.")
  private double productionTime;

  /**
   * The protocol that the options give.
   *
   * @throws IllegalArgumentException if a value is out of range, naming its option
   */
  MeltQuenchProtocol protocol() {
    MeltQuenchProtocol given = MeltQuenchProtocol.defaults();
    given = changed(given, p -> p.withAtoms(atoms), "--atoms");
    given =
        changed(
            given,
            p -> p.withMelt(meltTemperature, meltTime),
            "--melt-temperature and --melt-time");
    given = changed(given, p -> p.withQuenchRate(quenchRate), "--quench-rate");
    given = changed(given, p -> p.withGlassTemperature(glassTemperature), "--glass-temperature");
    given =
        changed(
            given,
            p -> p.withRelaxation(relaxationTime, volumeTime, settlingTime),
            "--relaxation-time, --volume-time and --settling-time");
    return changed(given, p -> p.withProductionTime(productionTime), "--production-time");
  }

  private static MeltQuenchProtocol changed(
      MeltQuenchProtocol protocol, UnaryOperator<MeltQuenchProtocol> change, String options) {
    try {
      return change.apply(protocol);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(options + ": " + e.getMessage(), e);
    }
  }
}
