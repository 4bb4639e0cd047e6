package org.glasspcf.examples.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Prints times for people: three digits, and the unit that suits them. */
final class SpeedTable {
  private static final MathContext DIGITS = new MathContext(3);
  private static final String ROW = "%-33s %5s %7s  %10s  %-17s %12s %11s%n";

  /** A unit of time or memory. */
  private record Scale(String name, double size) {}

  private static final List<Scale> TIMES =
      List.of(
          new Scale("s", 1), new Scale("ms", 1e-3), new Scale("µs", 1e-6), new Scale("ns", 1e-9));
  private static final List<Scale> SIZES =
      List.of(new Scale("GB", 1e9), new Scale("MB", 1e6), new Scale("kB", 1e3), new Scale("B", 1));

  private SpeedTable() {}

  static String of(List<Timing> timings, Effort effort) {
    StringBuilder text = new StringBuilder(heading(effort));
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            "what",
            "batch",
            "threads",
            "median",
            "quartiles",
            "in a second",
            "allocated"));
    timings.forEach(timing -> text.append(row(timing)));
    return text.toString();
  }

  private static String heading(Effort effort) {
    if (effort.isQuick()) {
      return String.format("Quick form: it shows that all of it runs. These times mean nothing.%n");
    }
    return String.format(
        Locale.ROOT,
        "Times of one curve, load or frame: median and quartiles of %d measurements, %d in each of"
            + " %d JVMs.%n"
            + "A batch is shared among the threads. With batch 1 each thread asks for itself, and"
            + " its time is what it waits.%n",
        effort.forks() * effort.measurements(),
        effort.measurements(),
        effort.forks());
  }

  private static String row(Timing timing) {
    Trial trial = timing.trial();
    Scale unit = scale(TIMES, timing.median());
    return String.format(
        Locale.ROOT,
        ROW,
        trial.what(),
        trial.batch().isPresent() ? Integer.toString(trial.batch().getAsInt()) : "",
        trial.threads(),
        in(unit, timing.median()) + " " + unit.name(),
        in(unit, timing.lowerQuartile()) + " – " + in(unit, timing.upperQuartile()),
        number(timing.perSecond()),
        timing.bytes().isPresent() ? size(timing.bytes().getAsDouble()) : "unknown");
  }

  private static String size(double bytes) {
    Scale unit = scale(SIZES, bytes);
    return in(unit, bytes) + " " + unit.name();
  }

  /** The largest unit of which there is one. */
  private static Scale scale(List<Scale> units, double value) {
    return units.stream()
        .filter(unit -> rounded(value).doubleValue() >= unit.size())
        .findFirst()
        .orElse(units.get(units.size() - 1));
  }

  private static String in(Scale unit, double value) {
    return number(value / unit.size());
  }

  /** Three digits: 0.123, 1.23, 12.3, 123, 1,230. */
  private static String number(double value) {
    BigDecimal rounded = rounded(value);
    return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
  }

  private static BigDecimal rounded(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
    // 5 becomes 5.00: as many digits as its neighbors have.
    int missing = DIGITS.getPrecision() - rounded.precision();
    return missing > 0 && rounded.signum() > 0
        ? rounded.setScale(rounded.scale() + missing)
        : rounded;
  }
}
