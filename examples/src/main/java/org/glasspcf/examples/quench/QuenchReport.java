package org.glasspcf.examples.quench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glasspcf.pipeline.json.JsonValue;

/** The results of a study as text and JSON. */
public final class QuenchReport {
  private QuenchReport() {}

  /**
   * The table.
   *
   * @param study the results
   * @return Markdown
   */
  public static String markdown(QuenchStudy study) {
    StringBuilder out = new StringBuilder();
    line(out, "| left out (K/ps) | method | RMSE of g | Si–O height (%%) | B–O coordination |");
    line(out, "|---|---|---|---|---|");
    for (QuenchStudy.LeftOut rate : study.leftOut()) {
      rate.errors()
          .forEach(
              (name, e) ->
                  line(
                      out,
                      "| %.0f%s | %s | %.4f | %.2f | %.4f |",
                      rate.rate(),
                      isEnd(rate.rate()) ? " (extrapolated)" : "",
                      name,
                      e.rmse(),
                      e.siliconPeak(),
                      e.boronCoordination()));
    }
    line(out, "");
    for (QuenchStudy.LeftOut rate : study.leftOut()) {
      line(
          out,
          "%.0f K/ps left out: weight of the rate %.2f, 90 %% band holds %.1f %% of the bins with g > 0.05",
          rate.rate(),
          rate.weight(),
          100 * rate.coverage());
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static boolean isEnd(double rate) {
    List<Double> rates = QuenchData.RATES;
    return rate == rates.get(0) || rate == rates.get(rates.size() - 1);
  }

  /**
   * All figures.
   *
   * @param study the results
   * @return an object with one member for each rate
   */
  public static JsonValue.ObjectValue json(QuenchStudy study) {
    Map<String, JsonValue> rates = new LinkedHashMap<>();
    for (QuenchStudy.LeftOut rate : study.leftOut()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      members.put("extrapolated", JsonValue.of(isEnd(rate.rate())));
      members.put("inputWeight", JsonValue.of(rate.weight()));
      members.put("coverage90", JsonValue.of(rate.coverage()));
      rate.errors().forEach((name, e) -> members.put(name, json(e)));
      rates.put(String.format(Locale.ROOT, "%.0f", rate.rate()), JsonValue.object(members));
    }
    return JsonValue.object(rates);
  }

  private static JsonValue json(QuenchErrors errors) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("rmse", JsonValue.of(errors.rmse()));
    members.put("siliconPeakPercent", JsonValue.of(errors.siliconPeak()));
    members.put("boronCoordination", JsonValue.of(errors.boronCoordination()));
    return JsonValue.object(members);
  }
}
