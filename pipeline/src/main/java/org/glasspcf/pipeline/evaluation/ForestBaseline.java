package org.glasspcf.pipeline.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.util.FastMath;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;

/**
 * {@link Baseline#DIRECT_FOREST} and {@link Baseline#PCA_FOREST}: a forest with the paper's options
 * from the fingerprint in the fractions encoding, the better one, to a few numbers that make g.
 *
 * <p>Targets are not standardized: here their variances say what matters for the error of g. The
 * components can lead to a negative g, which becomes 0.
 */
final class ForestBaseline implements CurvePredictor {

  private static final int COMPONENTS = 8;
  private static final FingerprintSchema SCHEMA = FingerprintSchema.fractions();

  private final RandomForest forest;
  private final UnaryOperator<double[]> curveOfTarget;

  private ForestBaseline(RandomForest forest, UnaryOperator<double[]> curveOfTarget) {
    this.forest = forest;
    this.curveOfTarget = curveOfTarget;
  }

  static ForestBaseline direct(TrainingCurves training, long seed) {
    double[][] targets =
        training.all().stream().map(TrainingCurve::values).toArray(double[][]::new);
    return new ForestBaseline(train(training.all(), targets, seed), UnaryOperator.identity());
  }

  static ForestBaseline principalComponents(TrainingCurves training, long seed) {
    double[][] compressed =
        training.all().stream()
            .map(curve -> map(curve.values(), FastMath::asinh))
            .toArray(double[][]::new);
    PrincipalComponents components = PrincipalComponents.of(compressed, COMPONENTS);
    double[][] targets = new double[compressed.length][];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = components.transform(compressed[i]);
    }
    return new ForestBaseline(
        train(training.all(), targets, seed),
        target -> map(components.inverse(target), Math::sinh));
  }

  @Override
  public PairCorrelationFunction predict(GlassComposition composition, ElementPair pair) {
    double[] fingerprint = SCHEMA.encode(composition, pair).values();
    return TrainingCurves.curve(curveOfTarget.apply(forest.predict(fingerprint)));
  }

  private static RandomForest train(List<TrainingCurve> curves, double[][] targets, long seed) {
    double[][] features =
        curves.stream()
            .map(curve -> SCHEMA.encode(curve.composition(), curve.pair()).values())
            .toArray(double[][]::new);
    ForestOptions options = ForestOptions.defaults().withStandardizeTargets(false).withSeed(seed);
    return ForestTrainer.train(features, targets, options);
  }

  private static double[] map(double[] values, DoubleUnaryOperator function) {
    return Arrays.stream(values).map(function).toArray();
  }
}
