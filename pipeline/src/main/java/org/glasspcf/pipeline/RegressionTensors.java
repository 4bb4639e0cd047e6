package org.glasspcf.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;
import org.glasspcf.pipeline.archive.TensorType;
import org.glasspcf.pipeline.regression.CurveRegression;
import org.glasspcf.pipeline.regression.GlassFeatures;
import org.glasspcf.pipeline.regression.RegressionTables;

/** The regression's part of a model file; absent from a file whose curves come from the decoder. */
final class RegressionTensors {
  private static final String PAIRS = "model.regression.pairs";
  private static final String INPUT_WEIGHTS = "model.regression.input_weights";
  private static final String BINS = "model.regression.bins";
  private static final String GLASSES = "model.regression.glasses";
  private static final String MODES = "model.regression.modes";
  private static final String WEIGHTS = "model.regression.weights";

  /** As exact as re-binning is about its ends (Å). */
  private static final double TOLERANCE = 1e-9;

  private RegressionTensors() {}

  static void write(
      Optional<CurveRegression> regression, Map<String, String> metadata, List<Tensor> tensors) {
    metadata.put(
        PAIRS, ProvenanceText.pairs(regression.map(r -> List.copyOf(r.pairs())).orElse(List.of())));
    if (regression.isEmpty() || regression.get().pairs().isEmpty()) {
      return;
    }
    RegressionTables tables = regression.get().tables();
    int pairs = tables.pairs().size();
    int bins = tables.edges().length - 1;
    GlassFeatures features = regression.get().features();
    int coordinates = features.size();
    int glasses = tables.points().length / coordinates;
    int modes = tables.basis().length / bins;
    if (features.inputWeights().length > 0) {
      metadata.put(
          INPUT_WEIGHTS,
          Arrays.stream(features.inputWeights())
              .mapToObj(Double::toString)
              .collect(Collectors.joining(" ")));
    }
    metadata.put(BINS, Integer.toString(bins));
    metadata.put(GLASSES, Integer.toString(glasses));
    metadata.put(MODES, Integer.toString(modes));
    metadata.put(WEIGHTS, Integer.toString(tables.weights().length));
    tensors.add(Tensor.ofDoubles("regression.edges", tables.edges(), bins + 1));
    tensors.add(Tensor.ofInts("regression.glasses", tables.glasses(), pairs));
    tensors.add(Tensor.ofInts("regression.modes", tables.modes(), pairs));
    tensors.add(Tensor.ofDoubles("regression.points", tables.points(), glasses, coordinates));
    tensors.add(Tensor.ofFloats("regression.means", tables.means(), pairs, bins));
    tensors.add(Tensor.ofFloats("regression.basis", tables.basis(), modes, bins));
    tensors.add(Tensor.ofFloats("regression.weights", tables.weights(), tables.weights().length));
  }

  /** Every tensor that a file with this metadata must hold for the regression. */
  static List<TensorSpec> expected(Map<String, String> metadata, FingerprintSchema schema) {
    int pairs = ProvenanceText.pairs(metadata, PAIRS).size();
    if (pairs == 0) {
      return List.of();
    }
    int bins = ProvenanceText.count(metadata, BINS);
    int glasses = ProvenanceText.count(metadata, GLASSES);
    int modes = ProvenanceText.integer(metadata, MODES);
    int weights = ProvenanceText.integer(metadata, WEIGHTS);
    List<TensorSpec> specs = new ArrayList<>();
    specs.add(TensorSpec.of("regression.edges", TensorType.F64, bins + 1));
    specs.add(TensorSpec.of("regression.glasses", TensorType.I32, pairs));
    specs.add(TensorSpec.of("regression.modes", TensorType.I32, pairs));
    specs.add(
        TensorSpec.of(
            "regression.points", TensorType.F64, glasses, GlassFeatures.of(schema).size()));
    specs.add(TensorSpec.of("regression.means", TensorType.F32, pairs, bins));
    specs.add(TensorSpec.of("regression.basis", TensorType.F32, modes, bins));
    specs.add(TensorSpec.of("regression.weights", TensorType.F32, weights));
    return specs;
  }

  static Optional<CurveRegression> read(TensorArchive archive, FingerprintSchema schema) {
    var pairs = ProvenanceText.pairs(archive.metadata(), PAIRS);
    if (pairs.isEmpty()) {
      return Optional.empty();
    }
    RegressionTables tables =
        new RegressionTables(
            pairs,
            archive.tensor("regression.edges").doubles(),
            archive.tensor("regression.glasses").ints(),
            archive.tensor("regression.modes").ints(),
            archive.tensor("regression.points").doubles(),
            archive.tensor("regression.means").floats(),
            archive.tensor("regression.basis").floats(),
            archive.tensor("regression.weights").floats());
    requireReach(RadialGrid.ofEdges(tables.edges()));
    return Optional.of(CurveRegression.of(features(archive.metadata(), schema), tables));
  }

  private static GlassFeatures features(Map<String, String> metadata, FingerprintSchema schema) {
    GlassFeatures features = GlassFeatures.of(schema);
    return schema.inputs().isEmpty()
        ? features
        : features.withInputWeights(
            Arrays.stream(ProvenanceText.entry(metadata, INPUT_WEIGHTS).split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray());
  }

  private static void requireReach(RadialGrid grid) {
    RadialGrid wanted = PcfPrediction.GRID;
    if (grid.edge(0) > wanted.edge(0) + TOLERANCE || grid.rMax() < wanted.rMax() - TOLERANCE) {
      throw new IllegalArgumentException(
          "the regression's grid must reach over " + wanted + ", got " + grid);
    }
  }
}
