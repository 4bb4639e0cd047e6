package org.glasspcf.examples.reproduce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.TrainingInterruptedException;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.forest.ForestTrainer;
import org.glasspcf.forest.RandomForest;
import org.glasspcf.pipeline.PipelineOptions;
import org.glasspcf.pipeline.archive.Tensor;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.glasspcf.pipeline.archive.TensorSpec;
import org.glasspcf.pipeline.archive.TensorType;

/**
 * The scans of Figure 7. They look at the test curves, as the paper's do: the values that are best
 * here are chosen on the very curves that they are judged by.
 *
 * @param scans one a setting, in the paper's order
 */
record ForestScans(List<ForestScan> scans) {

  static ForestScans run(ExperimentData data, Latents latents, int seeds, long firstSeed) {
    List<ForestScan> scans = new ArrayList<>();
    for (ForestParameter parameter : ForestParameter.values()) {
      int count = parameter.settings().size();
      double[][] training = new double[count][seeds];
      double[][] test = new double[count][seeds];
      for (int i = 0; i < count; i++) {
        for (int seed = 0; seed < seeds; seed++) {
          ForestOptions options =
              parameter.set(
                  PipelineOptions.paper().forest().withSeed(firstSeed + seed),
                  parameter.settings().get(i));
          RandomForest forest =
              ForestTrainer.train(data.training().fingerprints(), latents.training(), options);
          training[i][seed] =
              latents.standardizedMse(
                  predict(forest, data.training().fingerprints()), latents.training());
          test[i][seed] =
              latents.standardizedMse(predict(forest, data.test().fingerprints()), latents.test());
        }
      }
      scans.add(new ForestScan(parameter, training, test));
    }
    return new ForestScans(scans);
  }

  static double[][] predict(RandomForest forest, double[][] fingerprints) {
    TrainingInterruptedException.throwIfInterrupted("prediction of latents");
    return Arrays.stream(fingerprints).map(forest::predict).toArray(double[][]::new);
  }

  static StageKey key(ExperimentData data, Latents latents, int seeds, long firstSeed) {
    Map<String, String> parts = new LinkedHashMap<>(data.keyParts());
    parts.put("latents.training", ExperimentData.digest(latents.training()));
    parts.put("latents.test", ExperimentData.digest(latents.test()));
    parts.put("fingerprints.training", ExperimentData.digest(data.training().fingerprints()));
    parts.put("fingerprints.test", ExperimentData.digest(data.test().fingerprints()));
    parts.put("forest", PipelineOptions.paper().forest().toString());
    parts.put("seeds", seeds + " from " + firstSeed);
    for (ForestParameter parameter : ForestParameter.values()) {
      parts.put(parameter.name(), parameter.settings().toString());
    }
    return new StageKey("forests-" + data.setting().id(), parts);
  }

  /** The file's format for a number of seeds. */
  record Format(int seeds) implements StageFormat<ForestScans> {
    private static String name(ForestParameter parameter, boolean training) {
      return parameter.name() + (training ? ".training" : ".test");
    }

    @Override
    public List<TensorSpec> specs() {
      List<TensorSpec> specs = new ArrayList<>();
      for (ForestParameter parameter : ForestParameter.values()) {
        int count = parameter.settings().size();
        specs.add(TensorSpec.of(name(parameter, true), TensorType.F64, count, seeds));
        specs.add(TensorSpec.of(name(parameter, false), TensorType.F64, count, seeds));
      }
      return specs;
    }

    @Override
    public List<Tensor> tensors(ForestScans outcome) {
      List<Tensor> tensors = new ArrayList<>();
      for (ForestScan scan : outcome.scans()) {
        tensors.add(tensor(name(scan.parameter(), true), scan.training()));
        tensors.add(tensor(name(scan.parameter(), false), scan.test()));
      }
      return tensors;
    }

    private Tensor tensor(String name, double[][] rows) {
      double[] flat = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
      return Tensor.ofDoubles(name, flat, rows.length, seeds);
    }

    @Override
    public ForestScans outcome(TensorArchive archive) {
      List<ForestScan> scans = new ArrayList<>();
      for (ForestParameter parameter : ForestParameter.values()) {
        scans.add(
            new ForestScan(
                parameter,
                rows(archive.tensor(name(parameter, true)).doubles()),
                rows(archive.tensor(name(parameter, false)).doubles())));
      }
      return new ForestScans(scans);
    }

    private double[][] rows(double[] flat) {
      double[][] rows = new double[flat.length / seeds][];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = Arrays.copyOfRange(flat, i * seeds, (i + 1) * seeds);
      }
      return rows;
    }
  }
}
