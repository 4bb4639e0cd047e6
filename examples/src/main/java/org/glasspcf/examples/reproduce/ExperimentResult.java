package org.glasspcf.examples.reproduce;

import java.util.List;
import java.util.Map;
import org.glasspcf.core.PairCorrelationFunction;
import org.glasspcf.encoder.PcfImage;
import org.glasspcf.pipeline.evaluation.CurveEvaluation;

/**
 * What one experiment came to. Lists and rows of predictions run parallel to the samples of its
 * data; arrays are shared, not to be changed.
 *
 * @param data its curves
 * @param network the trained network
 * @param latents the true latents
 * @param images errors of images
 * @param latentR2 R² of the forest's latents on the test curves, pooled (1)
 * @param latentR2All the same over training and test curves
 * @param curves errors of g(r) on the test curves
 * @param directAll errors of the direct forest over training and test curves
 * @param predictedTraining the forest's latents of the training curves
 * @param predictedTest the forest's latents of the test curves
 * @param directTraining g of the training curves by the direct forest, on bins of 0.1 Å
 * @param directTest g of the test curves by the direct forest, on bins of 0.1 Å
 * @param predictedImages images of the test curves by forest and decoder
 * @param reconstructedImages images of the test curves through the autoencoder
 * @param predictedCurves g(r) of the test curves by the pipeline
 */
record ExperimentResult(
    ExperimentData data,
    ChosenNetwork network,
    Latents latents,
    ImageErrors images,
    double latentR2,
    double latentR2All,
    Map<CurveMethod, CurveEvaluation> curves,
    CurveEvaluation directAll,
    double[][] predictedTraining,
    double[][] predictedTest,
    List<double[]> directTraining,
    List<double[]> directTest,
    List<PcfImage> predictedImages,
    List<PcfImage> reconstructedImages,
    List<PairCorrelationFunction> predictedCurves) {

  /**
   * Image MSE (pixels in 0–1), each the mean over its curves.
   *
   * @param autoencoderTraining training images through the autoencoder
   * @param autoencoderTest test images through the autoencoder
   * @param pipeline test images by forest and decoder
   * @param blackTraining a black image for every training image
   * @param black a black image for every test image
   * @param pairMean for every test image the mean training image of its pair
   */
  record ImageErrors(
      double autoencoderTraining,
      double autoencoderTest,
      double pipeline,
      double blackTraining,
      double black,
      double pairMean) {}
}
