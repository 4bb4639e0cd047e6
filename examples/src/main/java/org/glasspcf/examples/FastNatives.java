package org.glasspcf.examples;

import java.util.List;
import java.util.Optional;

/**
 * Native code with the oneDNN convolutions, fastest first. A CPU that lacks one of the flags would
 * crash on it, so that the base code, which runs everywhere, stays the default.
 */
enum FastNatives {
  AVX512("lib-onednn-avx512", "avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd"),
  AVX2("lib-onednn-avx2", "avx2", "fma");

  private final String folder;
  private final List<String> flags;

  FastNatives(String folder, String... flags) {
    this.folder = folder;
    this.flags = List.of(flags);
  }

  /** Returns the name of the folder beside the tool that holds this code. */
  String folder() {
    return folder;
  }

  /** Returns the fastest code that a CPU with these flags can run. */
  static Optional<FastNatives> runnableWith(CpuFlags cpu) {
    for (FastNatives natives : values()) {
      if (cpu.hasAll(natives.flags)) {
        return Optional.of(natives);
      }
    }
    return Optional.empty();
  }
}
