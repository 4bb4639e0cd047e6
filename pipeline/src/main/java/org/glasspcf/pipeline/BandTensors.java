package org.glasspcf.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glasspcf.core.ElementPair;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;
import org.glasspcf.pipeline.archive.TensorType;
import org.glasspcf.pipeline.uncertainty.BandTables;
import org.glasspcf.pipeline.uncertainty.CurveBands;

/** The bands' part of a model file; absent from a file of a pipeline that was not calibrated. */
final class BandTensors {
  private static final String PAIRS = "model.bands.pairs";

  private BandTensors() {}

  static void write(
      Optional<CurveBands> bands, Map<String, String> metadata, List<Tensor> tensors) {
    List<ElementPair> pairs = bands.map(b -> b.tables().pairs()).orElse(List.of());
    metadata.put(PAIRS, ProvenanceText.pairs(pairs));
    if (pairs.isEmpty()) {
      return;
    }
    BandTables tables = bands.get().tables();
    int bins = PcfPrediction.GRID.bins();
    tensors.add(
        Tensor.ofDoubles("bands.model_variance", tables.modelVariance(), pairs.size(), bins));
    tensors.add(Tensor.ofDoubles("bands.melt_variance", tables.meltVariance(), pairs.size(), bins));
    tensors.add(
        Tensor.ofDoubles("bands.curve_factors", tables.curveFactors(), BandTables.CURVE_FACTORS));
    tensors.add(
        Tensor.ofDoubles(
            "bands.shell_variance",
            tables.shellVariance(),
            pairs.size(),
            BandTables.SHELL_VARIANCES));
    tensors.add(
        Tensor.ofDoubles("bands.shell_factors", tables.shellFactors(), BandTables.SHELL_FACTORS));
  }

  /** Every tensor that a file with this metadata must hold for the bands. */
  static List<TensorSpec> expected(Map<String, String> metadata) {
    int pairs = ProvenanceText.pairs(metadata, PAIRS).size();
    int bins = PcfPrediction.GRID.bins();
    return pairs == 0
        ? List.of()
        : List.of(
            TensorSpec.of("bands.model_variance", TensorType.F64, pairs, bins),
            TensorSpec.of("bands.melt_variance", TensorType.F64, pairs, bins),
            TensorSpec.of("bands.curve_factors", TensorType.F64, BandTables.CURVE_FACTORS),
            TensorSpec.of(
                "bands.shell_variance", TensorType.F64, pairs, BandTables.SHELL_VARIANCES),
            TensorSpec.of("bands.shell_factors", TensorType.F64, BandTables.SHELL_FACTORS));
  }

  static Optional<CurveBands> read(TensorArchive archive) {
    List<ElementPair> pairs = ProvenanceText.pairs(archive.metadata(), PAIRS);
    return pairs.isEmpty()
        ? Optional.empty()
        : Optional.of(
            CurveBands.of(
                new BandTables(
                    pairs,
                    archive.tensor("bands.model_variance").doubles(),
                    archive.tensor("bands.melt_variance").doubles(),
                    archive.tensor("bands.curve_factors").doubles(),
                    archive.tensor("bands.shell_variance").doubles(),
                    archive.tensor("bands.shell_factors").doubles())));
  }
}
