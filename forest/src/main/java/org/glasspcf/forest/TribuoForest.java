package org.glasspcf.forest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingException;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTJointRegressionTrainer;

/**
 * Tribuo's forest trainer, which logs nothing here.
 *
 * <p>{@link RandomForestTrainer#train} writes a line for every tree to a logger of the host; {@link
 * #trainTrees} draws the same bootstrap samples and grows the same trees without it.
 */
final class TribuoForest extends RandomForestTrainer<Regressor> {

  private TribuoForest(CARTJointRegressionTrainer tree, int trees, long seed) {
    super(tree, new AveragingCombiner(), trees, seed);
  }

  /** A new trainer, to be used once: a second forest from the same trainer differs. */
  static TribuoForest of(ForestOptions options, int featureCount) {
    SplittableRandom seeds = new SplittableRandom(options.seed());
    long bootstrapSeed = seeds.nextLong();
    long featureSeed = seeds.nextLong();
    CARTJointRegressionTrainer tree =
        new CARTJointRegressionTrainer(
            options.maxDepth(),
            options.minSamplesToSplit(),
            0f,
            fraction(options.featuresPerSplit(), featureCount),
            new InterruptibleSquaredError(),
            false,
            featureSeed);
    return new TribuoForest(tree, options.trees(), bootstrapSeed);
  }

  /** Tribuo rounds fraction × features, and refuses 1 in a forest: just below rounds to all. */
  static float fraction(int featuresPerSplit, int featureCount) {
    return Math.min((float) featuresPerSplit / featureCount, Math.nextDown(1f));
  }

  List<TreeModel<Regressor>> trainTrees(Dataset<Regressor> dataset) {
    SplittableRandom bootstrapSeeds = rng.split();
    List<TreeModel<Regressor>> models = new ArrayList<>();
    for (int tree = 0; tree < numMembers; tree++) {
      InterruptibleSquaredError.stopIfInterrupted();
      models.add(
          (TreeModel<Regressor>)
              trainSingleModel(
                  dataset,
                  dataset.getFeatureIDMap(),
                  dataset.getOutputIDInfo(),
                  bootstrapSeeds.nextInt(),
                  Map.of(),
                  tree));
    }
    return models;
  }

  /** Rows as dense examples: a zero is a feature like any other, and every row has every slot. */
  static Dataset<Regressor> dataset(double[][] features, double[][] targets) {
    RegressionFactory factory = new RegressionFactory();
    MutableDataset<Regressor> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("rows in memory", factory), factory);
    String[] slots = names("slot", features[0].length);
    String[] dimensions = names("target", targets[0].length);
    for (int row = 0; row < features.length; row++) {
      dataset.add(
          new ArrayExample<>(new Regressor(dimensions, targets[row]), slots, features[row]));
    }
    ImmutableFeatureMap known = dataset.getFeatureIDMap();
    for (String slot : slots) {
      if (known.getID(slot) < 0) {
        throw new TrainingException("the training engine dropped the feature " + slot);
      }
    }
    return dataset;
  }

  /** Names that sort as their numbers do, because Tribuo orders dimensions by name. */
  static String[] names(String kind, int count) {
    int width = Integer.toString(count - 1).length();
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, "%s_%0" + width + "d", kind, i))
        .toArray(String[]::new);
  }

  /** The number at the end of a name of {@link #names}. */
  static int number(String name) {
    return Integer.parseInt(name.substring(name.indexOf('_') + 1));
  }
}
