package org.glasspcf.examples.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.pipeline.json.JsonValue;

/** The times of a run, as a table and as JSON. */
public final class SpeedResult {
  private final List<Timing> timings;
  private final Effort effort;
  private final Machine machine;

  SpeedResult(List<Timing> timings, Effort effort, Machine machine) {
    this.timings = List.copyOf(timings);
    this.effort = effort;
    this.machine = machine;
  }

  /**
   * The table, and the machine below it.
   *
   * @return lines of text
   */
  public String table() {
    return SpeedTable.of(timings, effort) + System.lineSeparator() + machine.lines();
  }

  /**
   * All numbers.
   *
   * @return times in seconds, sizes in bytes
   */
  public JsonValue json() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("quick", JsonValue.of(effort.isQuick()));
    members.put("forks", JsonValue.of((long) effort.forks()));
    members.put("machine", machine.json());
    members.put("results", JsonValue.array(timings.stream().map(SpeedResult::json).toList()));
    return JsonValue.object(members);
  }

  private static JsonValue json(Timing timing) {
    Trial trial = timing.trial();
    Map<String, JsonValue> members = new LinkedHashMap<>();
    members.put("subject", JsonValue.of(trial.subject().toString()));
    members.put("what", JsonValue.of(trial.what()));
    members.put(
        "batch",
        trial.batch().isPresent()
            ? JsonValue.of((long) trial.batch().getAsInt())
            : JsonValue.ofNull());
    members.put("threads", JsonValue.of((long) trial.threads()));
    members.put("medianSeconds", JsonValue.of(timing.median()));
    members.put("lowerQuartileSeconds", JsonValue.of(timing.lowerQuartile()));
    members.put("upperQuartileSeconds", JsonValue.of(timing.upperQuartile()));
    members.put("perSecond", JsonValue.of(timing.perSecond()));
    members.put(
        "allocatedBytes",
        timing.bytes().isPresent()
            ? JsonValue.of(timing.bytes().getAsDouble())
            : JsonValue.ofNull());
    members.put("seconds", JsonValue.array(timing.seconds().stream().map(JsonValue::of).toList()));
    return JsonValue.object(members);
  }
}
