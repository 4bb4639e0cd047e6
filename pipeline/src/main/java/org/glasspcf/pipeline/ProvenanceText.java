package org.glasspcf.pipeline;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.fingerprint.FingerprintSchema;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderOptions.EarlyStopping;
import org.glasspcf.encoder.LatentActivation;
import org.glasspcf.encoder.LearningRateSchedule;
import org.glasspcf.encoder.PcfImageCodec;
import org.glasspcf.encoder.WeightInitialization;
import org.glasspcf.forest.ForestOptions;

/** Provenance as a model file's metadata: text by name, legible as it stands. */
final class ProvenanceText {
  private static final String NONE = "none";
  // Distances between all of them are computed when a model is read.
  private static final int MOST_GLASSES = 10_000;

  private ProvenanceText() {}

  static void write(PipelineProvenance provenance, Map<String, String> metadata) {
    AutoencoderOptions a = provenance.options().autoencoder();
    metadata.put("autoencoder.epochs", Integer.toString(a.epochs()));
    metadata.put("autoencoder.batch_size", Integer.toString(a.batchSize()));
    metadata.put("autoencoder.learning_rate", Double.toString(a.learningRate()));
    metadata.put("autoencoder.schedule", a.schedule().name());
    metadata.put(
        "autoencoder.early_stopping",
        a.earlyStopping().map(e -> e.validationFraction() + " " + e.patience()).orElse(NONE));
    metadata.put("autoencoder.latent_size", Integer.toString(a.latentSize()));
    metadata.put("autoencoder.latent_activation", a.latentActivation().name());
    metadata.put("autoencoder.initialization", a.initialization().name());
    metadata.put("autoencoder.seed", Long.toString(a.seed()));
    ForestOptions f = provenance.options().forest();
    metadata.put("forest.trees", Integer.toString(f.trees()));
    metadata.put("forest.features_per_split", Integer.toString(f.featuresPerSplit()));
    metadata.put("forest.max_depth", Integer.toString(f.maxDepth()));
    metadata.put("forest.min_samples_to_split", Integer.toString(f.minSamplesToSplit()));
    metadata.put("forest.standardize_targets", Boolean.toString(f.standardizeTargets()));
    metadata.put("forest.seed", Long.toString(f.seed()));
    metadata.put("curves", provenance.options().curves().name());
    metadata.put("calibration", provenance.options().calibration().name());
    metadata.put("training.sha256", provenance.trainingSha256());
    metadata.put("training.version", provenance.version());
    metadata.put(
        "training.glasses",
        provenance.trainedOn().entrySet().stream()
            .map(e -> e.getKey() + ": " + pairs(List.copyOf(e.getValue())))
            .collect(Collectors.joining("\n")));
    metadata.put(
        "held_out_figures",
        provenance.heldOutFigures().entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining("\n")));
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if an entry is missing or makes no sense
   */
  static PipelineProvenance read(
      Map<String, String> metadata, FingerprintSchema schema, PcfImageCodec.Kind codec) {
    AutoencoderOptions autoencoder =
        new AutoencoderOptions(
            integer(metadata, "autoencoder.epochs"),
            integer(metadata, "autoencoder.batch_size"),
            Double.parseDouble(entry(metadata, "autoencoder.learning_rate")),
            LearningRateSchedule.valueOf(entry(metadata, "autoencoder.schedule")),
            earlyStopping(entry(metadata, "autoencoder.early_stopping")),
            integer(metadata, "autoencoder.latent_size"),
            LatentActivation.valueOf(entry(metadata, "autoencoder.latent_activation")),
            WeightInitialization.valueOf(entry(metadata, "autoencoder.initialization")),
            Long.parseLong(entry(metadata, "autoencoder.seed")));
    ForestOptions forest =
        new ForestOptions(
            integer(metadata, "forest.trees"),
            integer(metadata, "forest.features_per_split"),
            integer(metadata, "forest.max_depth"),
            integer(metadata, "forest.min_samples_to_split"),
            truth(metadata, "forest.standardize_targets"),
            Long.parseLong(entry(metadata, "forest.seed")));
    return new PipelineProvenance(
        new PipelineOptions(
            schema,
            codec,
            autoencoder,
            forest,
            CurveSource.valueOf(entry(metadata, "curves")),
            Calibration.valueOf(entry(metadata, "calibration"))),
        entry(metadata, "training.sha256"),
        glasses(entry(metadata, "training.glasses")),
        entry(metadata, "training.version"),
        figures(entry(metadata, "held_out_figures")));
  }

  static String entry(Map<String, String> metadata, String name) {
    String text = metadata.get(name);
    if (text == null) {
      throw new IllegalArgumentException("the metadata entry " + name + " is missing");
    }
    return text;
  }

  static int integer(Map<String, String> metadata, String name) {
    String text = entry(metadata, name);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, got " + text, e);
    }
  }

  static int count(Map<String, String> metadata, String name) {
    int value = integer(metadata, name);
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, got " + value);
    }
    return value;
  }

  static String pairs(List<ElementPair> pairs) {
    return pairs.isEmpty()
        ? NONE
        : pairs.stream().map(ElementPair::toString).collect(Collectors.joining(" "));
  }

  static List<ElementPair> pairs(Map<String, String> metadata, String name) {
    String text = entry(metadata, name);
    return text.equals(NONE)
        ? List.of()
        : Arrays.stream(text.split(" ")).map(ElementPair::parse).toList();
  }

  private static boolean truth(Map<String, String> metadata, String name) {
    String text = entry(metadata, name);
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(name + " must be true or false, got " + text);
    }
    return text.equals("true");
  }

  private static Optional<EarlyStopping> earlyStopping(String text) {
    if (text.equals(NONE)) {
      return Optional.empty();
    }
    String[] parts = pair(text, " ");
    return Optional.of(new EarlyStopping(Double.parseDouble(parts[0]), Integer.parseInt(parts[1])));
  }

  private static Map<GlassComposition, Set<ElementPair>> glasses(String text) {
    Map<GlassComposition, Set<ElementPair>> out = new LinkedHashMap<>();
    String[] lines = text.split("\n");
    if (lines.length > MOST_GLASSES) {
      throw new IllegalArgumentException(
          "training.glasses must be at most " + MOST_GLASSES + " glasses, got " + lines.length);
    }
    for (String line : lines) {
      String[] parts = pair(line, ": ");
      out.put(
          GlassComposition.parse(parts[0]),
          Arrays.stream(parts[1].split(" ")).map(ElementPair::parse).collect(Collectors.toSet()));
    }
    return out;
  }

  private static Map<String, Double> figures(String text) {
    Map<String, Double> out = new TreeMap<>();
    for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
      String[] parts = pair(line, " ");
      out.put(parts[0], Double.parseDouble(parts[1]));
    }
    return out;
  }

  private static String[] pair(String text, String separator) {
    String[] parts = text.split(separator, 2);
    if (parts.length != 2) {
      throw new IllegalArgumentException(
          "expected two parts separated by \"" + separator + "\", got " + text);
    }
    return parts;
  }
}
