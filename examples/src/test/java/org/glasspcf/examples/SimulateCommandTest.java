package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.glasspcf.examples.melt.MeltQuenchProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as a user runs it. */
@Timeout(600)
class SimulateCommandTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return GlassPcf.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }

  @Test
  void options_defaultToTheProtocolOfTheBundledData() {
    SimulateCommand command = new SimulateCommand();
    new CommandLine(command).parseArgs("--composition=SiO2", "--out=data");
    assertEquals(MeltQuenchProtocol.defaults(), command.protocol());
  }

  @Test
  void options_setTheProtocol() {
    SimulateCommand command = new SimulateCommand();
    new CommandLine(command)
        .parseArgs(
            "--composition=SiO2",
            "--out=data",
            "--atoms=800",
            "--melt-temperature=3500",
            "--melt-time=5",
            "--quench-rate=100",
            "--glass-temperature=350",
            "--relaxation-time=6",
            "--volume-time=2",
            "--settling-time=1",
            "--production-time=4");
    assertEquals(new MeltQuenchProtocol(800, 3500, 5, 100, 350, 6, 2, 1, 4), command.protocol());
  }

  @Test
  void badProtocol_isOneLineAndExitCode2() {
    assertEquals(2, run("simulate", "--composition=SiO2", "--out=" + folder, "--quench-rate=0"));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("quench rate must be above 0 (K/ps)"), err.toString());
  }

  /** A quench a hundred times faster than any sensible one: all stages, in half a minute. */
  @Test
  void simulate_smallGlass_endsInADataSet() {
    for (String program : List.of("packmol", "lmp")) {
      assumeTrue(isOnPath(program), program + " is not on the PATH: nothing is simulated");
    }
    Path data = folder.resolve("data");
    String[] arguments = {
      "simulate",
      "--composition=60SiO2-20B2O3-20Na2O",
      "--out=" + data,
      "--atoms=720",
      "--melt-time=1",
      "--quench-rate=1000",
      "--relaxation-time=2",
      "--volume-time=0.5",
      "--settling-time=0.5",
      "--production-time=1"
    };
    assertEquals(0, run(arguments), err.toString());
    assertEquals(data + ": 1 glasses, 1 simulations, 10 curves, 0 held out\n", out.toString());
    assertTrue(err.toString().contains("nbs-60-20-20-s1: quench"), err.toString());
    GlassSimulation melt = GlassDataset.read(data).simulations().get(0);
    assertEquals("nbs-60-20-20-s1", melt.id());
    assertEquals(127, melt.atomCount(Element.Si));
    Peak peak = melt.curve(ElementPair.of("Si", "O")).orElseThrow().firstPeak().orElseThrow();
    assertEquals(1.61, peak.position(), 0.05);
    assertFalse(Files.exists(data.resolve("work/nbs-60-20-20-s1")));
    assertEquals(0, run(arguments), err.toString());
    assertTrue(err.toString().endsWith("nbs-60-20-20-s1: is there already\n"), err.toString());
  }
}
