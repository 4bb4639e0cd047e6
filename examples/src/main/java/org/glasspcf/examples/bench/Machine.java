package org.glasspcf.examples.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glasspcf.pipeline.json.JsonValue;

/**
 * Where times were taken.
 *
 * @param facts name → what is there, for readers
 */
record Machine(Map<String, String> facts) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  static Machine here() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("CPU", cpu());
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("load before", load());
    facts.put("system", property("os.name") + " " + property("os.version"));
    facts.put(
        "JDK",
        property("java.vm.name")
            + " "
            + property("java.runtime.version")
            + " ("
            + property("java.vm.vendor")
            + ")");
    facts.put("JVM flags", orNone(ManagementFactory.getRuntimeMXBean().getInputArguments()));
    facts.put(
        "collector",
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .map(GarbageCollectorMXBean::getName)
            .collect(Collectors.joining(", ")));
    return new Machine(facts);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  private static String orNone(List<String> flags) {
    return flags.isEmpty() ? "none" : String.join(" ", flags);
  }

  /** Processes that ran or waited for a core over the last minute. */
  private static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load);
  }

  /** Its name, if Linux is there to tell. */
  private static String cpu() {
    String architecture = property("os.arch");
    if (!Files.isReadable(CPU_INFO)) {
      return architecture;
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip() + ", " + architecture)
          .findFirst()
          .orElse(architecture);
    } catch (IOException e) {
      throw new UncheckedIOException("the CPU's name cannot be read: " + e, e);
    }
  }

  /** One line a fact. */
  String lines() {
    StringBuilder text = new StringBuilder();
    facts.forEach(
        (name, fact) -> text.append(String.format(Locale.ROOT, "%-12s %s%n", name, fact)));
    return text.toString();
  }

  JsonValue json() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    facts.forEach((name, fact) -> members.put(name, JsonValue.of(fact)));
    return JsonValue.object(members);
  }
}
