package org.glasspcf.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The instruction sets that this machine's CPU has, by the names Linux gives them ({@code avx2}).
 *
 * @param names the names; empty where nobody says, as on other systems than Linux
 */
record CpuFlags(Set<String> names) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  CpuFlags {
    names = Set.copyOf(names);
  }

  static CpuFlags ofThisMachine() {
    try {
      return ofCpuInfo(Files.readString(CPU_INFO));
    } catch (IOException e) {
      return new CpuFlags(Set.of());
    }
  }

  /**
   * Reads the flags of the first processor.
   *
   * @param text what {@code /proc/cpuinfo} holds
   * @return the flags; none when no line names any
   */
  static CpuFlags ofCpuInfo(String text) {
    for (String line : text.split("\\R")) {
      int colon = line.indexOf(':');
      if (colon >= 0 && line.substring(0, colon).strip().equals("flags")) {
        return new CpuFlags(Set.of(line.substring(colon + 1).strip().split("\\s+")));
      }
    }
    return new CpuFlags(Set.of());
  }

  boolean hasAll(List<String> wanted) {
    return names.containsAll(wanted);
  }
}
