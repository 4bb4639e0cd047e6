package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.core.dataset.GlassSample;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.examples.reproduce.ExperimentData.Side;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.PcfPrediction;
import org.glasspcf.pipeline.PipelineOptions;
import org.glasspcf.pipeline.evaluation.Baseline;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;
import org.glasspcf.pipeline.evaluation.CurveEvaluator;
import org.glasspcf.pipeline.evaluation.CurvePredictor;
import org.glasspcf.pipeline.evaluation.Metrics;
import org.glasspcf.pipeline.evaluation.PairMeanImages;

/** Measures a trained network with the paper's forest in front of its decoder. */
final class Experiment {
  private final ExperimentData data;
  private final ChosenNetwork network;
  private final Latents latents;
  private final long seed;

  Experiment(ExperimentData data, ChosenNetwork network, Latents latents, long seed) {
    this.data = data;
    this.network = network;
    this.latents = latents;
    this.seed = seed;
  }

  ExperimentResult measure() {
    ForestOptions paper = PipelineOptions.paper().forest().withSeed(seed);
    RandomForest forest =
        ForestTrainer.train(data.training().fingerprints(), latents.training(), paper);
    double[][] predictedTraining = ForestScans.predict(forest, data.training().fingerprints());
    double[][] predictedTest = ForestScans.predict(forest, data.test().fingerprints());

    List<PcfImage> predictedImages = draw(predictedTest);
    List<PcfImage> reconstructedTest = draw(latents.test());
    List<PcfImage> reconstructedTraining = draw(latents.training());
    List<double[]> directTraining = new ArrayList<>();
    List<double[]> directTest = new ArrayList<>();
    predictDirectly(paper.withStandardizeTargets(false), directTraining, directTest);

    Map<CurveMethod, List<PairCorrelationFunction>> curves = new EnumMap<>(CurveMethod.class);
    curves.put(CurveMethod.PIPELINE, decode(predictedImages));
    curves.put(CurveMethod.AUTOENCODER, decode(reconstructedTest));
    curves.put(CurveMethod.CODEC, decode(data.test().images()));
    curves.put(
        CurveMethod.DIRECT_FOREST,
        directTest.stream().map(g -> PairCorrelationFunction.of(CurveEvaluator.GRID, g)).toList());
    CurvePredictor pairMean = Baseline.PAIR_MEAN.fit(data.split().training(), seed);
    curves.put(
        CurveMethod.PAIR_MEAN,
        data.test().samples().stream()
            .map(sample -> pairMean.predict(sample.composition(), sample.pair()))
            .toList());
    CurveEvaluator evaluator = CurveEvaluator.of(data.test().samples());
    Map<CurveMethod, CurveEvaluation> scores = new EnumMap<>(CurveMethod.class);
    curves.forEach((method, predicted) -> scores.put(method, evaluator.evaluate(predicted)));

    return new ExperimentResult(
        data,
        network,
        latents,
        new ExperimentResult.ImageErrors(
            mse(reconstructedTraining, data.training().images()),
            mse(reconstructedTest, data.test().images()),
            mse(predictedImages, data.test().images()),
            NetworkTraining.black(data.training().images()),
            NetworkTraining.black(data.test().images()),
            pairMeanImageMse()),
        Metrics.latentR2(predictedTest, latents.test()),
        Metrics.latentR2(
            Latents.joined(predictedTraining, predictedTest),
            Latents.joined(latents.training(), latents.test())),
        scores,
        directOverAll(directTraining, directTest),
        predictedTraining,
        predictedTest,
        directTraining,
        directTest,
        predictedImages,
        reconstructedTest,
        curves.get(CurveMethod.PIPELINE));
  }

  private List<PcfImage> draw(double[][] rows) {
    PcfAutoencoder autoencoder = network.trained().autoencoder();
    List<PcfImage> images = new ArrayList<>();
    for (double[] row : rows) {
      TrainingInterruptedException.throwIfInterrupted("drawing of images");
      images.add(autoencoder.decode(Latents.floats(row)));
    }
    return images;
  }

  private List<PairCorrelationFunction> decode(List<PcfImage> images) {
    return images.stream().map(image -> data.codec().decode(image, PcfPrediction.GRID)).toList();
  }

  /** A forest with the paper's options and fingerprint, from there to g on 100 bins of 0.1 Å. */
  private void predictDirectly(
      ForestOptions options, List<double[]> training, List<double[]> test) {
    RandomForest forest =
        ForestTrainer.train(data.training().fingerprints(), values(data.training()), options);
    training.addAll(List.of(ForestScans.predict(forest, data.training().fingerprints())));
    test.addAll(List.of(ForestScans.predict(forest, data.test().fingerprints())));
  }

  static double[][] values(Side side) {
    return side.samples().stream()
        .map(sample -> sample.rebin(CurveEvaluator.GRID).meanCurve().values())
        .toArray(double[][]::new);
  }

  private CurveEvaluation directOverAll(List<double[]> training, List<double[]> test) {
    List<GlassSample> samples = new ArrayList<>(data.training().samples());
    samples.addAll(data.test().samples());
    List<double[]> values = new ArrayList<>(training);
    values.addAll(test);
    return CurveEvaluator.of(samples)
        .evaluate(
            values.stream().map(g -> PairCorrelationFunction.of(CurveEvaluator.GRID, g)).toList());
  }

  static double mse(List<PcfImage> drawn, List<PcfImage> truth) {
    double sum = 0;
    for (int i = 0; i < drawn.size(); i++) {
      sum += drawn.get(i).meanSquaredDifference(truth.get(i));
    }
    return sum / drawn.size();
  }

  private double pairMeanImageMse() {
    return PairMeanImages.of(pairs(data.training()), intensities(data.training()))
        .mse(pairs(data.test()), intensities(data.test()));
  }

  private static List<ElementPair> pairs(Side side) {
    return side.samples().stream().map(GlassSample::pair).toList();
  }

  private static float[][] intensities(Side side) {
    return side.images().stream().map(PcfImage::intensities).toArray(float[][]::new);
  }
}
