package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CpuFlagsTest {
  static final String SERVER =
      "processor\t: 0\nmodel name\t: made up\nflags\t\t: fpu sse2 fma avx avx2 avx512f avx512dq"
          + " avx512cd avx512bw avx512vl\nbugs\t\t: none\n\nprocessor\t: 1\nflags\t\t: fpu\n";
  static final String DESKTOP = "processor\t: 0\nflags\t\t: fpu sse2 fma avx avx2\n";
  static final String OLD = "processor\t: 0\nflags\t\t: fpu sse2 avx\n";
  static final String ARM = "processor\t: 0\nFeatures\t: fp asimd sve\n";

  @Test
  void ofCpuInfo_linuxOnX86_takesTheFlagsOfTheFirstProcessor() {
    assertEquals(Set.of("fpu", "sse2", "avx"), CpuFlags.ofCpuInfo(OLD).names());
    assertTrue(CpuFlags.ofCpuInfo(SERVER).hasAll(List.of("avx512f", "avx512vl")));
  }

  @Test
  void ofCpuInfo_aNameThatOnlyBeginsWithTheFlag_isNotTheFlag() {
    assertFalse(CpuFlags.ofCpuInfo("flags : avx512fp16 avx2x").hasAll(List.of("avx512f")));
  }

  @Test
  void ofCpuInfo_withoutFlagsLine_isEmpty() {
    assertEquals(Set.of(), CpuFlags.ofCpuInfo(ARM).names());
    assertEquals(Set.of(), CpuFlags.ofCpuInfo("").names());
  }

  @Test
  void runnableWith_picksTheFastestThatTheCpuHasEveryFlagFor() {
    assertEquals(Optional.of(FastNatives.AVX512), runnable(SERVER));
    assertEquals(Optional.of(FastNatives.AVX2), runnable(SERVER.replace("avx512bw", "")));
    assertEquals(Optional.of(FastNatives.AVX2), runnable(DESKTOP));
    assertEquals(Optional.empty(), runnable(DESKTOP.replace("fma", "")));
    assertEquals(Optional.empty(), runnable(OLD));
    assertEquals(Optional.empty(), runnable(ARM));
  }

  private static Optional<FastNatives> runnable(String cpuInfo) {
    return FastNatives.runnableWith(CpuFlags.ofCpuInfo(cpuInfo));
  }
}
