package org.glasspcf.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.AutoencoderArchitecture;
import org.glasspcf.encoder.LatentActivation;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.forest.ForestTables;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.archive.CorruptModelException;
import org.glasspcf.pipeline.archive.ModelFileException;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;
import org.glasspcf.pipeline.archive.TensorType;

/**
 * A pipeline's model as an archive: which tensors there are, with which shapes, and what the
 * metadata say. The metadata's {@code model.*} entries decide the shapes; {@link ProvenanceText}
 * writes the rest.
 */
final class ModelFile {
  private static final String FINGERPRINT = "model.fingerprint";
  private static final String CODEC = "model.codec";
  private static final String LATENT_SIZE = "model.latent_size";
  private static final String LATENT_ACTIVATION = "model.latent_activation";
  private static final String TREES = "model.forest.trees";
  private static final String NODES = "model.forest.nodes";
  private static final String LEAVES = "model.forest.leaves";

  private static final String PRETRAINED = "pretrained.glasspcf";

  private static final String MAX_HEIGHT = "codec.max_height";

  private ModelFile() {}

  static void write(PipelineModel model, Path file) {
    archive(model).write(file);
  }

  static TensorArchive archive(PipelineModel model) {
    ForestTables forest = model.forest().tables();
    AutoencoderArchitecture architecture = model.autoencoder().architecture();
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put(FINGERPRINT, model.schema().id());
    metadata.put(CODEC, model.codec().kind().id());
    metadata.put(LATENT_SIZE, Integer.toString(architecture.latentSize()));
    metadata.put(LATENT_ACTIVATION, architecture.latentActivation().name());
    metadata.put(TREES, Integer.toString(model.forest().trees()));
    metadata.put(NODES, Integer.toString(forest.feature().length));
    metadata.put(LEAVES, Integer.toString(leaves(forest, architecture)));
    ProvenanceText.write(model.provenance(), metadata);

    List<Tensor> tensors = new ArrayList<>();
    tensors.add(Tensor.ofDoubles(MAX_HEIGHT, new double[] {model.codec().maxHeight()}, 1));
    Map<String, float[]> parameters = model.autoencoder().parameters();
    architecture
        .parameterShapes()
        .forEach((name, shape) -> tensors.add(floats(name, parameters.get(name), shape)));
    int latents = architecture.latentSize();
    tensors.add(ints("forest.tree_starts", forest.treeStarts()));
    tensors.add(ints("forest.feature", forest.feature()));
    tensors.add(doubles("forest.threshold", forest.threshold()));
    tensors.add(ints("forest.left", forest.left()));
    tensors.add(ints("forest.right", forest.right()));
    tensors.add(ints("forest.leaf", forest.leaf()));
    tensors.add(
        Tensor.ofDoubles(
            "forest.leaf_values", forest.leafValues(), leaves(forest, architecture), latents));
    tensors.add(doubles("forest.target_mean", forest.targetMean()));
    tensors.add(doubles("forest.target_scale", forest.targetScale()));
    RegressionTensors.write(model.regression(), metadata, tensors);
    BandTensors.write(model.bands(), metadata, tensors);
    return TensorArchive.of(metadata, tensors);
  }

  private static int leaves(ForestTables forest, AutoencoderArchitecture architecture) {
    return forest.leafValues().length / architecture.latentSize();
  }

  private static Tensor floats(String name, float[] values, List<Integer> shape) {
    return Tensor.ofFloats(name, values, shape.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Tensor doubles(String name, double[] values) {
    return Tensor.ofDoubles(name, values, values.length);
  }

  private static Tensor ints(String name, int[] values) {
    return Tensor.ofInts(name, values, values.length);
  }

  static PipelineModel read(Path file) {
    return model(file.toString(), TensorArchive.read(file, ModelFile::expected));
  }

  /** Reads the model that comes with the library. */
  static PipelineModel readPretrained() {
    try (InputStream in = ModelFile.class.getResourceAsStream(PRETRAINED)) {
      if (in == null) {
        throw new ModelFileException(
            PRETRAINED + ": the pretrained model must lie in the jar of glass-pcf-pipeline");
      }
      return model(
          PRETRAINED, TensorArchive.read(PRETRAINED, in.readAllBytes(), ModelFile::expected));
    } catch (IOException e) {
      throw new ModelFileException(PRETRAINED + ": cannot be read: " + e, e);
    }
  }

  private static PipelineModel model(String file, TensorArchive archive) {
    try {
      return model(archive);
    } catch (IllegalArgumentException e) {
      throw new CorruptModelException(file + ": " + e.getMessage(), e);
    }
  }

  /** Every tensor that a file with this metadata must hold. */
  static List<TensorSpec> expected(Map<String, String> metadata) {
    int trees = ProvenanceText.count(metadata, TREES);
    int nodes = ProvenanceText.count(metadata, NODES);
    int leaves = ProvenanceText.count(metadata, LEAVES);
    AutoencoderArchitecture architecture = architecture(metadata);
    int latents = architecture.latentSize();
    List<TensorSpec> specs = new ArrayList<>();
    specs.add(TensorSpec.of(MAX_HEIGHT, TensorType.F64, 1));
    architecture
        .parameterShapes()
        .forEach((name, shape) -> specs.add(new TensorSpec(name, TensorType.F32, shape)));
    specs.add(TensorSpec.of("forest.tree_starts", TensorType.I32, trees));
    specs.add(TensorSpec.of("forest.feature", TensorType.I32, nodes));
    specs.add(TensorSpec.of("forest.threshold", TensorType.F64, nodes));
    specs.add(TensorSpec.of("forest.left", TensorType.I32, nodes));
    specs.add(TensorSpec.of("forest.right", TensorType.I32, nodes));
    specs.add(TensorSpec.of("forest.leaf", TensorType.I32, nodes));
    specs.add(TensorSpec.of("forest.leaf_values", TensorType.F64, leaves, latents));
    specs.add(TensorSpec.of("forest.target_mean", TensorType.F64, latents));
    specs.add(TensorSpec.of("forest.target_scale", TensorType.F64, latents));
    specs.addAll(RegressionTensors.expected(metadata, schema(metadata)));
    specs.addAll(BandTensors.expected(metadata));
    return specs;
  }

  private static FingerprintSchema schema(Map<String, String> metadata) {
    return FingerprintSchema.ofId(ProvenanceText.entry(metadata, FINGERPRINT));
  }

  private static AutoencoderArchitecture architecture(Map<String, String> metadata) {
    return new AutoencoderArchitecture(
        ProvenanceText.count(metadata, LATENT_SIZE),
        LatentActivation.valueOf(ProvenanceText.entry(metadata, LATENT_ACTIVATION)));
  }

  private static PipelineModel model(TensorArchive archive) {
    Map<String, String> metadata = archive.metadata();
    FingerprintSchema schema = schema(metadata);
    PcfImageCodec codec =
        PcfImageCodec.Kind.ofId(ProvenanceText.entry(metadata, CODEC))
            .withMaxHeight(archive.tensor(MAX_HEIGHT).doubles()[0]);
    AutoencoderArchitecture architecture = architecture(metadata);
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (String name : architecture.parameterShapes().keySet()) {
      parameters.put(name, archive.tensor(name).floats());
    }
    RandomForest forest =
        RandomForest.of(
            new ForestTables(
                archive.tensor("forest.tree_starts").ints(),
                archive.tensor("forest.feature").ints(),
                archive.tensor("forest.threshold").doubles(),
                archive.tensor("forest.left").ints(),
                archive.tensor("forest.right").ints(),
                archive.tensor("forest.leaf").ints(),
                archive.tensor("forest.leaf_values").doubles(),
                archive.tensor("forest.target_mean").doubles(),
                archive.tensor("forest.target_scale").doubles(),
                schema.size()));
    return new PipelineModel(
        schema,
        forest,
        PcfAutoencoder.of(architecture, parameters),
        codec,
        RegressionTensors.read(archive, schema),
        BandTensors.read(archive),
        ProvenanceText.read(metadata, schema, codec.kind()));
  }
}
