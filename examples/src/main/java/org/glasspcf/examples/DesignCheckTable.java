package org.glasspcf.examples;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Designed glasses and their melts, on the terminal and as CSV. */
final class DesignCheckTable {
  private final PrintWriter out;

  DesignCheckTable(PrintWriter out) {
    this.out = out;
  }

  void printDesigns(List<DesignCheck.Design> designs) {
    TextTable table = new TextTable();
    table.add(List.of("target", "glass", "predicted", "training domain"));
    for (DesignCheck.Design design : designs) {
      table.add(
          List.of(
              design.target().text(),
              design.candidate().composition().toString(),
              number(design, design.outcome().value()),
              DesignTable.domain(design.candidate().domain())));
    }
    table.print(out);
  }

  void print(List<DesignCheck> checks) {
    TextTable table = new TextTable();
    table.add(
        List.of(
            "target",
            "glass",
            "atoms",
            "cations",
            "predicted",
            "simulated",
            "off target",
            "near",
            "in band"));
    for (DesignCheck check : checks) {
      DesignCheck.Design design = check.design();
      String band =
          check
              .interval()
              .map(i -> " (" + number(design, i.lower()) + " to " + number(design, i.upper()) + ")")
              .orElse("");
      table.add(
          List.of(
              design.target().text(),
              design.candidate().composition().toString(),
              Integer.toString(check.atoms()),
              Integer.toString(check.centers()),
              number(design, design.outcome().value()) + band,
              number(design, check.simulated()),
              String.format(Locale.ROOT, "%+." + design.target().decimals() + "f", check.miss()),
              check.isNear() ? "yes" : "no",
              check.hasBand() ? check.isInBand() ? "yes" : "no" : "–"));
    }
    table.print(out);
    out.printf(
        Locale.ROOT,
        "%d of %d near their target, within its tolerance%n",
        checks.stream().filter(DesignCheck::isNear).count(),
        checks.size());
    long banded = checks.stream().filter(DesignCheck::hasBand).count();
    if (banded > 0) {
      out.printf(
          Locale.ROOT,
          "%d of %d inside the band, in brackets, where 90 %% of melts of so many atoms lie%n",
          checks.stream().filter(DesignCheck::isInBand).count(),
          banded);
    }
    if (banded < checks.size()) {
      out.printf(Locale.ROOT, "%d without a band (–): not counted there%n", checks.size() - banded);
    }
  }

  private static String number(DesignCheck.Design design, double value) {
    return String.format(Locale.ROOT, "%." + design.target().decimals() + "f", value);
  }

  static String csv(List<DesignCheck> checks) {
    StringBuilder text =
        new StringBuilder(
            "target,glass,domain,domain_distance_molpct,atoms,cations,predicted,lower90,upper90,"
                + "simulated,off_target,near,in_band\n");
    for (DesignCheck check : checks) {
      DesignCheck.Design design = check.design();
      text.append(
          String.join(
              ",",
              design.target().text(),
              design.candidate().composition().toString(),
              design.candidate().domain().place().name().toLowerCase(Locale.ROOT),
              DesignCsv.distance(design.candidate().domain()),
              Integer.toString(check.atoms()),
              Integer.toString(check.centers()),
              TextFile.number(design.outcome().value()),
              check.interval().map(i -> TextFile.number(i.lower())).orElse(""),
              check.interval().map(i -> TextFile.number(i.upper())).orElse(""),
              TextFile.number(check.simulated()),
              TextFile.number(check.miss()),
              Boolean.toString(check.isNear()),
              check.hasBand() ? Boolean.toString(check.isInBand()) : ""));
      text.append('\n');
    }
    return text.toString();
  }
}
