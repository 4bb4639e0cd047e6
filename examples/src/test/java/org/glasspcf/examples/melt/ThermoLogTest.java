package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThermoLogTest {
  /** A log of LAMMPS 29 Sep 2021, shortened: a minimization, then two runs. */
  private static final String LOG =
      """
      minimize 1e-5 1e-5 200 1000
      Step Temp Press PotEng Density Volume\s
             0            0   -134.18362   -12.916521    2.4954935    18300.718\s
           200            0   -13234.188   -14.916521    2.4954935    18300.718\s
      Loop time of 1.9 on 1 procs for 200 steps with 1499 atoms
      run 2000
      Per MPI rank memory allocation (min/avg/max) = 3.846 | 3.846 | 3.846 Mbytes
      Step Temp Press PotEng Density Volume\s
           200    4050.2221     91713.36   -13999.145    2.4954935    18300.718\s
           700    4114.4174    91450.942   -13967.826    2.4954935    18300.718\s
          2200    4112.5197    87061.522   -13964.569    2.4954935    18300.718\s
      Loop time of 7.32034 on 1 procs for 2000 steps with 1499 atoms
      reset_timestep 0
      run 1000
      Step Temp Press PotEng Density Volume\s
             0    290.21116    1831.1267   -14915.888    2.4598622    18565.805\s
           500    305.31246   -237.58318   -14917.275    2.4598622    18565.805\s
      """;

  @TempDir Path folder;

  @Test
  void rows_areThoseOfRuns() throws IOException {
    Path file = Files.writeString(folder.resolve("melt.log"), LOG);
    ThermoLog log = ThermoLog.of(file).update();
    assertEquals(5, log.rows().size());
    assertEquals(
        Optional.of(new ThermoLog.Row(2, 500, 305.31246, -237.58318, -14917.275, 2.4598622)),
        log.last());
    assertEquals(2, log.lastRun().size());
    assertEquals(2500, log.steps());
  }

  @Test
  void update_onAGrowingFile_neverSplitsARow() throws IOException {
    Path file = folder.resolve("melt.log");
    ThermoLog log = ThermoLog.of(file);
    assertEquals(0, log.update().steps(), "no file yet");
    Files.createFile(file);
    long before = 0;
    for (char c : LOG.toCharArray()) {
      Files.writeString(file, String.valueOf(c), StandardOpenOption.APPEND);
      log.update();
      assertEquals(true, log.steps() >= before, "steps never fall");
      before = log.steps();
    }
    assertEquals(ThermoLog.of(file).update().rows(), log.rows());
    assertEquals(2500, before);
  }

  @Test
  void rows_thatAreNotFinite_areKeptAndTold() throws IOException {
    String broken = LOG.replace("305.31246   -237.58318", "nan   -237.58318");
    Path file = Files.writeString(folder.resolve("melt.log"), broken);
    List<ThermoLog.Row> rows = ThermoLog.of(file).update().lastRun();
    assertFalse(rows.get(1).isFinite());
    assertEquals(true, rows.get(0).isFinite());
  }
}
