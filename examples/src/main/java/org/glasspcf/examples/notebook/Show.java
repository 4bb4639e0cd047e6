package org.glasspcf.examples.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.glasspcf.core.PairCorrelationFunction.Peak;
import org.glasspcf.core.density.MolarVolumeModel;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.evaluation.CationOxygenScores;
import org.glasspcf.pipeline.plot.Figure;
import org.glasspcf.pipeline.uncertainty.BandLevel;
import org.glasspcf.pipeline.uncertainty.DomainVerdict;
import org.glasspcf.pipeline.uncertainty.Interval;

/**
 * How notebooks show what the library returns. What these methods return is shown by any JJava
 * kernel, as the last expression of a cell or with {@code display(…)}.
 */
public final class Show {
  private static final MathContext DIGITS = new MathContext(4);

  private Show() {}

  /**
   * Shows a figure.
   *
   * @param figure the picture
   * @return the picture as PNG
   */
  public static DisplayData figure(Figure figure) {
    DisplayData data =
        new DisplayData(
            String.format(Locale.ROOT, "figure of %d×%d pixels", figure.width(), figure.height()));
    data.putData("image/png", Base64.getEncoder().encodeToString(figure.png()));
    return data;
  }

  /**
   * Shows predictions, one a row: the first peak, its position from a fit on bins of 0.02 Å and its
   * height on bins of 0.1 Å; for pairs with oxygen the mean bond length and the number of oxygen
   * neighbors within a cutoff, in brackets where 90 % of melts of 1,500 atoms lie (the density
   * follows from molar volumes), outside the training domain without brackets; which part of the
   * pipeline the curve came from; and the place in the training domain.
   *
   * @param predictions of one glass or several
   * @return a table
   */
  public static DisplayData predictions(List<PcfPrediction> predictions) {
    List<List<String>> rows = new ArrayList<>();
    for (PcfPrediction prediction : predictions) {
      boolean outside = prediction.domain().place() == DomainVerdict.Place.OUTSIDE;
      Optional<Peak> peak = prediction.firstPeak();
      OptionalDouble position = prediction.firstPeakPosition();
      OptionalDouble cutoff = CationOxygenScores.cutoff(prediction.pair());
      rows.add(
          List.of(
              prediction.composition().toString(),
              prediction.pair().toString(),
              position.isPresent() ? decimals(3, position.getAsDouble()) : "",
              peak.map(p -> decimals(2, p.height())).orElse(""),
              prediction
                  .bondLength(BandLevel.NINETY_PERCENT)
                  .map(i -> outside ? decimals(3, i.value()) : interval(3, i))
                  .orElse(""),
              prediction
                  .coordinationNumber(
                      BandLevel.NINETY_PERCENT,
                      MolarVolumeModel.bundled().densities(prediction.composition()))
                  .map(i -> outside ? decimals(2, i.value()) : interval(2, i))
                  .orElse(""),
              cutoff.isPresent() ? decimals(1, cutoff.getAsDouble()) : "",
              prediction.curveSource().toString().toLowerCase(Locale.ROOT),
              prediction.domain().place().toString().toLowerCase(Locale.ROOT)));
    }
    return new NotebookTable(
            List.of(
                "glass",
                "pair",
                "first peak (Å)",
                "height",
                "bond length (Å)",
                "coordination number",
                "within (Å)",
                "curve from",
                "training domain"),
            rows)
        .display();
  }

  /**
   * Shows records, one a row. Numbers have four digits.
   *
   * @param records at least one record, all of one type
   * @param headings one a component of the record, with units; none for the components' names
   * @return a table
   * @throws IllegalArgumentException if there is no record, they are of several types, or the
   *     number of headings is wrong
   */
  public static DisplayData table(List<? extends Record> records, String... headings) {
    if (records.isEmpty() || records.stream().map(Object::getClass).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "a table needs records of one type, got "
              + records.size()
              + " of "
              + records.stream()
                  .map(Object::getClass)
                  .distinct()
                  .map(Class::getSimpleName)
                  .toList());
    }
    RecordComponent[] components = records.get(0).getClass().getRecordComponents();
    List<String> names =
        headings.length == 0
            ? Arrays.stream(components).map(component -> words(component.getName())).toList()
            : List.of(headings);
    List<List<String>> rows = new ArrayList<>();
    for (Record row : records) {
      rows.add(Arrays.stream(components).map(component -> cell(row, component)).toList());
    }
    return new NotebookTable(names, rows).display();
  }

  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  private static String cell(Record row, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return text(component.getAccessor().invoke(row));
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException(
          "a table needs records that can be read, got " + row.getClass().getName(), e);
    }
  }

  private static String text(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Show::text).orElse("");
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? text(number.getAsDouble()) : "";
    }
    if (value instanceof Interval interval) {
      return text(interval.value())
          + " ("
          + text(interval.lower())
          + " to "
          + text(interval.upper())
          + ")";
    }
    if (value instanceof Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      BigDecimal rounded = new BigDecimal(number).round(DIGITS);
      return number == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value);
  }

  private static String interval(int decimals, Interval interval) {
    return decimals(decimals, interval.value())
        + " ("
        + decimals(decimals, interval.lower())
        + " to "
        + decimals(decimals, interval.upper())
        + ")";
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }
}
