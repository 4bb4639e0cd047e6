package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassSample;

/** The work of {@link SlotImportance}, for any predictor of curves from a list of numbers. */
final class InputPermutation {

  /** Predicts a curve from changed inputs. */
  @FunctionalInterface
  interface Predictor {
    /**
     * One curve.
     *
     * @param curve which of the samples
     * @param inputs its inputs, one of them perhaps changed
     */
    PairCorrelationFunction predict(int curve, double[] inputs);
  }

  /** A curve with another value of the input at hand. */
  private record Changed(int curve, double value) {
    double[] inputs(InputPermutation all, int input) {
      double[] changed = all.inputs[curve].clone();
      changed[input] = value;
      return changed;
    }
  }

  private final List<GlassSample> samples;
  private final List<String> names;
  private final IntPredicate byGlass;
  private final double[][] inputs;

  /** The curves of each glass, by their number. */
  private final List<List<Integer>> glasses;

  /**
   * Prepares.
   *
   * @param samples the truth, on the grid of predictions
   * @param names of the inputs
   * @param byGlass whether an input is permuted by glass, or else among the curves of each
   * @param inputs curves × inputs
   */
  InputPermutation(
      List<GlassSample> samples, List<String> names, IntPredicate byGlass, double[][] inputs) {
    this.samples = samples;
    this.names = names;
    this.byGlass = byGlass;
    this.inputs = inputs;
    Map<GlassComposition, List<Integer>> curves = new LinkedHashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      curves.computeIfAbsent(samples.get(i).composition(), glass -> new ArrayList<>()).add(i);
    }
    this.glasses = List.copyOf(curves.values());
  }

  ImportanceRanking rank(Predictor predictor, int repeats, long seed) {
    double[] unchanged = new double[inputs.length];
    for (int i = 0; i < unchanged.length; i++) {
      unchanged[i] = meanSquare(predictor, i, inputs[i]);
    }
    double rmse = rmse(unchanged);
    Random random = new Random(seed);
    int[][] nextGlass = new int[repeats][inputs.length];
    int[][] nextCurve = new int[repeats][inputs.length];
    for (int r = 0; r < repeats; r++) {
      drawRings(nextGlass[r], nextCurve[r], random);
    }
    List<ImportanceRanking.Effect> effects = new ArrayList<>();
    for (int input = 0; input < names.size(); input++) {
      int[][] next = byGlass.test(input) ? nextGlass : nextCurve;
      effects.add(effect(predictor, input, next, unchanged, rmse));
    }
    return new ImportanceRanking(inputs.length, rmse, repeats, effects);
  }

  private void drawRings(int[] nextGlass, int[] nextCurve, Random random) {
    int[] ring = ring(glasses.size(), random);
    for (int glass = 0; glass < ring.length; glass++) {
      List<Integer> curves = glasses.get(glass);
      int[] inside = ring(curves.size(), random);
      for (int i = 0; i < inside.length; i++) {
        nextGlass[curves.get(i)] = glasses.get(ring[glass]).get(0);
        nextCurve[curves.get(i)] = curves.get(inside[i]);
      }
    }
  }

  /** A random permutation of one cycle, by Sattolo's algorithm: none but a lone one stays. */
  private static int[] ring(int size, Random random) {
    int[] ring = new int[size];
    for (int i = 0; i < size; i++) {
      ring[i] = i;
    }
    for (int i = size - 1; i > 0; i--) {
      int other = random.nextInt(i);
      int kept = ring[i];
      ring[i] = ring[other];
      ring[other] = kept;
    }
    return ring;
  }

  private ImportanceRanking.Effect effect(
      Predictor predictor, int input, int[][] next, double[] unchanged, double rmse) {
    // Few different values come to a curve, a presence bit only one.
    Map<Changed, Double> known = new HashMap<>();
    double[] rises = new double[next.length];
    for (int r = 0; r < next.length; r++) {
      double[] squares = unchanged.clone();
      for (int i = 0; i < squares.length; i++) {
        double value = inputs[next[r][i]][input];
        if (value != inputs[i][input]) {
          squares[i] =
              known.computeIfAbsent(
                  new Changed(i, value),
                  changed -> meanSquare(predictor, changed.curve(), changed.inputs(this, input)));
        }
      }
      rises[r] = rmse(squares) - rmse;
    }
    double mean = Arrays.stream(rises).average().orElseThrow();
    double sum = Arrays.stream(rises).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = rises.length > 1 ? Math.sqrt(sum / (rises.length - 1)) : 0;
    return new ImportanceRanking.Effect(names.get(input), mean, deviation);
  }

  private double meanSquare(Predictor predictor, int curve, double[] values) {
    TrainingInterruptedException.throwIfInterrupted("the permutation of inputs");
    double[] truth = samples.get(curve).meanCurve().values();
    double[] predicted = predictor.predict(curve, values).values();
    double sum = 0;
    for (int bin = 0; bin < truth.length; bin++) {
      sum += (predicted[bin] - truth[bin]) * (predicted[bin] - truth[bin]);
    }
    return sum / truth.length;
  }

  private static double rmse(double[] squares) {
    return Math.sqrt(Arrays.stream(squares).average().orElseThrow());
  }
}
