package org.glasspcf.examples;

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

  /** The protocol that the options give. */
  MeltQuenchProtocol protocol() {
    return MeltQuenchProtocol.defaults()
        .withAtoms(atoms)
        .withMelt(meltTemperature, meltTime)
        .withQuenchRate(quenchRate)
        .withGlassTemperature(glassTemperature)
        .withRelaxation(relaxationTime, volumeTime, settlingTime)
        .withProductionTime(productionTime);
  }
}
