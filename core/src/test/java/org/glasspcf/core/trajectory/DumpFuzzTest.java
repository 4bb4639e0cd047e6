package org.glasspcf.core.trajectory;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Mutates LAMMPS dumps, starting from those in the folder DumpFuzzTestInputs. */
class DumpFuzzTest {
  @DictionaryEntries({
    "ITEM: TIMESTEP\\x0A",
    "ITEM: NUMBER OF ATOMS\\x0A",
    "ITEM: BOX BOUNDS ",
    "ITEM: ATOMS ",
    "ITEM: UNITS\\x0A",
    "ITEM: TIME\\x0A",
    "metal\\x0A",
    "xy xz yz ",
    "abc origin ",
    "pp pp pp\\x0A",
    "ff ",
    "id ",
    "type ",
    "element ",
    "x y z ",
    "xu yu zu ",
    "xs ys zs ",
    "xsu ysu zsu ",
    "Si ",
    "1e308 ",
    "-1e-308 ",
    "nan ",
    "715827879\\x0A",
    "8589934591 "
  })
  @FuzzTest(maxDuration = "60s")
  void mutatedDump_isReadOrRefused(byte[] data) {
    FuzzedFrames.read(data);
  }
}
