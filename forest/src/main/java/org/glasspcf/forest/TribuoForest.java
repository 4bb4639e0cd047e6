package org.glasspcf.forest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.glasspcf.core.TrainingException;
import org.tribuo.Dataset;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.MutableDataset;
import org.tribuo.common.tree.AbstractTrainingNode;
import org.tribuo.common.tree.AbstractTrainingNode.LeafDeterminer;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.dataset.DatasetView;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.rtree.impl.JointRegressorTrainingNode;
import org.tribuo.util.Util;

/**
 * Grows single trees of a forest with Tribuo's nodes, which find the splits.
 *
 * <p>Tribuo's own RandomForestTrainer writes a line for every tree to a logger of the host, and
 * grows the trees one after the other from one stream of random numbers. Here every tree has its
 * own seeds, so that trees grow side by side. And Tribuo leaves a node alone when none of the
 * features drawn for it splits it. Here such a node draws on, as scikit-learn's do, until a feature
 * lowers its squared error or all have been tried: a new tree grows from there.
 */
final class TribuoForest {
  private final ForestOptions options;
  private final double[][] rows;
  private final Dataset<Regressor> dataset;
  private final ImmutableFeatureMap features;
  private final ImmutableOutputInfo<Regressor> targets;
  private final long[] bootstrapSeeds;
  private final long[] featureSeeds;

  /**
   * Prepares.
   *
   * @param options how to grow
   * @param rows the features
   * @param values the targets
   */
  TribuoForest(ForestOptions options, double[][] rows, double[][] values) {
    this.options = options;
    this.rows = rows;
    this.dataset = dataset(rows, values);
    this.features = dataset.getFeatureIDMap();
    this.targets = dataset.getOutputIDInfo();
    this.bootstrapSeeds = new long[options.trees()];
    this.featureSeeds = new long[options.trees()];
    SplittableRandom seeds = new SplittableRandom(options.seed());
    for (int tree = 0; tree < options.trees(); tree++) {
      bootstrapSeeds[tree] = seeds.nextLong();
      featureSeeds[tree] = seeds.nextLong();
    }
  }

  /**
   * A tree. Features have the numbers of their columns.
   *
   * @param root its root
   * @param continued leaves of Tribuo's that stand for another node, by identity
   */
  record Tree(Node<Regressor> root, Map<Node<Regressor>, Node<Regressor>> continued) {}

  /** Grows one tree. */
  Tree grow(int tree) {
    Growth growth = new Growth(new SplittableRandom(featureSeeds[tree]));
    return new Tree(growth.from(bag(tree), 0, OptionalInt.empty()), growth.continued);
  }

  /** A tree's bootstrap sample: numbers of rows, as many as there are, drawn with replacement. */
  int[] bag(int tree) {
    SplittableRandom random = new SplittableRandom(bootstrapSeeds[tree]);
    return IntStream.generate(() -> random.nextInt(rows.length)).limit(rows.length).toArray();
  }

  /** One tree while it grows. */
  private final class Growth {
    private final SplittableRandom random;
    private final int[] order = IntStream.range(0, features.size()).toArray();
    private final Map<Node<Regressor>, Node<Regressor>> continued = new IdentityHashMap<>();

    Growth(SplittableRandom random) {
      this.random = random;
    }

    /** Grows a node of these rows; if a feature is given, it makes the first split. */
    Node<Regressor> from(int[] bag, int depth, OptionalInt first) {
      LeafDeterminer leaves =
          new LeafDeterminer(options.maxDepth() - depth, options.minSamplesToSplit(), 0);
      JointRegressorTrainingNode root =
          new JointRegressorTrainingNode(new InterruptibleSquaredError(), view(bag), false, leaves);
      Deque<AbstractTrainingNode<Regressor>> pending = new ArrayDeque<>();
      if (first.isPresent()) {
        pending.addAll(root.buildTree(new int[] {first.getAsInt()}, random, false));
      } else {
        pending.add(root);
      }
      while (!pending.isEmpty()) {
        AbstractTrainingNode<Regressor> node = pending.poll();
        if (node.getImpurity() > 0
            && node.getDepth() + depth < options.maxDepth()
            && node.getWeightSum() >= options.minSamplesToSplit()) {
          if (options.featuresPerSplit() < order.length) {
            Util.randpermInPlace(order, random);
          }
          int[] drawn = Arrays.copyOf(order, options.featuresPerSplit());
          node.buildTree(drawn, random, false).forEach(pending::addFirst);
        }
      }
      Node<Regressor> grown = root.convertTree();
      if (grown instanceof SplitNode<Regressor>) {
        goOn(grown, bag, depth);
      } else if (first.isEmpty()) {
        continueLeaf(grown, bag, depth);
      }
      return grown;
    }

    private void goOn(Node<Regressor> node, int[] bag, int depth) {
      if (node instanceof SplitNode<Regressor> split) {
        IntPredicate greater = row -> rows[row][split.getFeatureID()] > split.splitValue();
        goOn(split.getGreaterThan(), Arrays.stream(bag).filter(greater).toArray(), depth + 1);
        goOn(
            split.getLessThanOrEqual(),
            Arrays.stream(bag).filter(greater.negate()).toArray(),
            depth + 1);
      } else {
        continueLeaf(node, bag, depth);
      }
    }

    /** Draws until a feature lowers the squared error, if the leaf may be split at all. */
    private void continueLeaf(Node<Regressor> leaf, int[] bag, int depth) {
      if (leaf.getImpurity() > 0
          && depth < options.maxDepth()
          && bag.length >= options.minSamplesToSplit()) {
        Util.randpermInPlace(order, random);
        Arrays.stream(order.clone())
            .filter(column -> tellsApart(column, bag))
            .mapToObj(column -> from(bag, depth, OptionalInt.of(column)))
            .filter(node -> node instanceof SplitNode<Regressor>)
            .findFirst()
            .ifPresent(node -> continued.put(leaf, node));
      }
    }

    private boolean tellsApart(int column, int[] bag) {
      return Arrays.stream(bag).anyMatch(row -> rows[row][column] != rows[bag[0]][column]);
    }

    private DatasetView<Regressor> view(int[] bag) {
      return new DatasetView<>(dataset, bag, features, targets, "bag");
    }
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
    for (int i = 0; i < slots.length; i++) {
      if (known.getID(slots[i]) != i) {
        throw new TrainingException("the training engine dropped or moved the feature " + slots[i]);
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
}
