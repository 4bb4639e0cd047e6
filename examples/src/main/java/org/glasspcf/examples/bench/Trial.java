package org.glasspcf.examples.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One row of the table: a benchmark method and what it is run with.
 *
 * @param subject what it belongs to
 * @param what what is done once per item, for readers
 * @param type the class of the benchmark
 * @param method its method
 * @param parameters JMH's parameters of the class
 * @param batch items in one call; empty where that is no question
 * @param threads threads at work
 * @param callers how many of them call at once, each for itself; the others share one call
 */
record Trial(
    Subject subject,
    String what,
    Class<?> type,
    String method,
    Map<String, String> parameters,
    OptionalInt batch,
    int threads,
    int callers) {

  Trial {
    parameters = Map.copyOf(parameters);
  }

  /** A trial of one item a call on one thread. */
  static Trial of(Subject subject, String what, Class<?> type, String method) {
    return new Trial(subject, what, type, method, Map.of(), OptionalInt.empty(), 1, 1);
  }

  Trial withParameter(String name, int value) {
    Map<String, String> more = new LinkedHashMap<>(parameters);
    more.put(name, Integer.toString(value));
    return new Trial(subject, what, type, method, more, batch, threads, callers);
  }

  /** The threads share each call; the benchmark has a parameter for that. */
  Trial withThreads(int count) {
    return new Trial(subject, what, type, method, parameters, batch, count, 1)
        .withParameter("threads", count);
  }

  /** Each thread calls for itself. */
  Trial withCallers(int count) {
    return new Trial(subject, what, type, method, parameters, batch, count, count);
  }

  Trial withBatch(int items) {
    return new Trial(
            subject, what, type, method, parameters, OptionalInt.of(items), threads, callers)
        .withParameter("batch", items);
  }

  /** A regular expression that only this benchmark's name matches. */
  String pattern() {
    return '^' + Pattern.quote(type.getName() + '.' + method) + '$';
  }

  /** One line for whoever waits. */
  String describe() {
    return what
        + (batch.isPresent() ? ", batch " + batch.getAsInt() : "")
        + (threads > 1 ? ", " + threads + " threads" : "");
  }
}
