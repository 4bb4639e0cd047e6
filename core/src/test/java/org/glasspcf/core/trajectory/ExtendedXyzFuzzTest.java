package org.glasspcf.core.trajectory;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Mutates extended XYZ, starting from the files in the folder ExtendedXyzFuzzTestInputs. */
class ExtendedXyzFuzzTest {
  @DictionaryEntries({
    "Lattice=",
    "\\x224 0 0 1 3 0 -0.5 0.25 2\\x22",
    "[[4,0,0],[0,4,0],[0,0,4]]",
    "Properties=",
    "species:S:1",
    ":pos:R:3",
    ":id:I:1",
    ":q:R:1",
    ":fixed:L:1",
    "pbc=\\x22T F T\\x22",
    "Origin=",
    "Timestep=",
    "\\x5C\\x22",
    "{",
    "}",
    "1d308 ",
    "-1e-308 ",
    "nan ",
    "715827879\\x0A",
    "Si "
  })
  @FuzzTest(maxDuration = "60s")
  void mutatedXyz_isReadOrRefused(byte[] data) {
    FuzzedFrames.read(data);
  }
}
