package org.glasspcf.pipeline;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSample;

/**
 * Where a trained pipeline comes from.
 *
 * @param options the options that it was trained with, seeds included
 * @param trainingSha256 hash of the training part, {@link GlassDataset#sha256()}
 * @param trainedOn the curves that it was trained on: composition → pairs; unmodifiable
 * @param version version of this library that trained it
 * @param heldOutFigures name → value of an evaluation on held-out glasses, for a model file's
 *     reader; empty before {@link GlassPcfPipeline#withEvaluation}; unmodifiable
 */
public record PipelineProvenance(
    PipelineOptions options,
    String trainingSha256,
    Map<GlassComposition, Set<ElementPair>> trainedOn,
    String version,
    Map<String, Double> heldOutFigures) {

  /**
   * Copies the maps.
   *
   * @param options the options that it was trained with, seeds included
   * @param trainingSha256 hash of the training part
   * @param trainedOn the curves that it was trained on: composition → pairs
   * @param version version of this library that trained it
   * @param heldOutFigures name → value of an evaluation on held-out glasses
   */
  public PipelineProvenance {
    Map<GlassComposition, Set<ElementPair>> copy = new LinkedHashMap<>();
    trainedOn.forEach(
        (glass, pairs) -> copy.put(glass, Collections.unmodifiableSet(new TreeSet<>(pairs))));
    trainedOn = Collections.unmodifiableMap(copy);
    heldOutFigures = Collections.unmodifiableMap(new TreeMap<>(heldOutFigures));
  }

  static PipelineProvenance of(PipelineOptions options, GlassDataset training) {
    return new PipelineProvenance(
        options, training.sha256(), curvesByGlass(training), libraryVersion(), Map.of());
  }

  static Map<GlassComposition, Set<ElementPair>> curvesByGlass(GlassDataset dataset) {
    Map<GlassComposition, Set<ElementPair>> curves = new LinkedHashMap<>();
    for (GlassSample sample : dataset.samples()) {
      curves.computeIfAbsent(sample.composition(), k -> new TreeSet<>()).add(sample.pair());
    }
    return curves;
  }

  private static String libraryVersion() {
    String version = PipelineProvenance.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  PipelineProvenance withFigures(Map<String, Double> figures) {
    return new PipelineProvenance(options, trainingSha256, trainedOn, version, figures);
  }

  /**
   * Tells whether a curve was trained on.
   *
   * @param composition a glass
   * @param pair a pair in it
   * @return whether the pipeline learned from this curve
   */
  public boolean trainedOn(GlassComposition composition, ElementPair pair) {
    return trainedOn.getOrDefault(composition, Set.of()).contains(pair);
  }

  /**
   * Returns the glasses that were trained on.
   *
   * @return the compositions, in the data set's order
   */
  public List<GlassComposition> trainingGlasses() {
    return List.copyOf(trainedOn.keySet());
  }
}
