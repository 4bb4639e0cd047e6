package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.glasspcf.encoder.AutoencoderArchitecture;
import org.glasspcf.encoder.AutoencoderOptions;
import org.glasspcf.encoder.AutoencoderTrainer;
import org.glasspcf.encoder.PcfAutoencoder;
import org.glasspcf.encoder.TrainingHistory;
import org.glasspcf.encoder.TrainingHistory.Epoch;
import org.glasspcf.encoder.TrainingListener;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;
import org.glasspcf.pipeline.archive.TensorType;

/**
 * The outcome of training an autoencoder while the test images are watched.
 *
 * @param autoencoder the network after the last epoch
 * @param history its losses, those on the test images as validation losses
 */
record TrainedNetwork(PcfAutoencoder autoencoder, TrainingHistory history) {

  static TrainedNetwork train(
      ExperimentData data, AutoencoderOptions options, int threads, TrainingListener listener) {
    AutoencoderTrainer.Result result =
        AutoencoderTrainer.with(options)
            .withListener(listener)
            .withThreads(threads)
            .train(data.training().images(), data.test().images());
    return new TrainedNetwork(result.autoencoder(), result.history());
  }

  static StageKey key(ExperimentData data, AutoencoderOptions options) {
    Map<String, String> parts = new LinkedHashMap<>(data.keyParts());
    parts.put("options", options.toString());
    String name =
        "autoencoder-%s-latents%d-seed%s"
            .formatted(data.setting().id(), options.latentSize(), options.seed());
    return new StageKey(name, parts);
  }

  /** The file's format for a training with these options. */
  record Format(AutoencoderOptions options) implements StageFormat<TrainedNetwork> {
    private static final String TRAINING = "history.training";
    private static final String TEST = "history.test";

    private AutoencoderArchitecture architecture() {
      return new AutoencoderArchitecture(options.latentSize(), options.latentActivation());
    }

    @Override
    public List<TensorSpec> specs() {
      List<TensorSpec> specs = new ArrayList<>();
      architecture()
          .parameterShapes()
          .forEach((name, shape) -> specs.add(new TensorSpec(name, TensorType.F32, shape)));
      specs.add(TensorSpec.of(TRAINING, TensorType.F64, options.epochs()));
      specs.add(TensorSpec.of(TEST, TensorType.F64, options.epochs()));
      return specs;
    }

    @Override
    public List<Tensor> tensors(TrainedNetwork network) {
      Map<String, float[]> parameters = network.autoencoder().parameters();
      List<Tensor> tensors = new ArrayList<>();
      architecture()
          .parameterShapes()
          .forEach(
              (name, shape) ->
                  tensors.add(
                      Tensor.ofFloats(
                          name,
                          parameters.get(name),
                          shape.stream().mapToInt(Integer::intValue).toArray())));
      tensors.add(losses(TRAINING, network.history(), Epoch::trainingLoss));
      tensors.add(losses(TEST, network.history(), epoch -> epoch.validationLoss().orElseThrow()));
      return tensors;
    }

    private static Tensor losses(
        String name, TrainingHistory history, ToDoubleFunction<Epoch> loss) {
      double[] values = history.epochs().stream().mapToDouble(loss).toArray();
      return Tensor.ofDoubles(name, values, values.length);
    }

    @Override
    public TrainedNetwork outcome(TensorArchive archive) {
      Map<String, float[]> parameters = new LinkedHashMap<>();
      for (String name : architecture().parameterShapes().keySet()) {
        parameters.put(name, archive.tensor(name).floats());
      }
      double[] training = archive.tensor(TRAINING).doubles();
      double[] test = archive.tensor(TEST).doubles();
      List<Epoch> epochs = new ArrayList<>();
      for (int i = 0; i < training.length; i++) {
        epochs.add(new Epoch(training[i], OptionalDouble.of(test[i])));
      }
      return new TrainedNetwork(
          PcfAutoencoder.of(architecture(), parameters),
          new TrainingHistory(epochs, epochs.size()));
    }
  }
}
