package org.glasspcf.forest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tribuo.common.tree.LeafNode;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.regression.Regressor;

/** Writes Tribuo's trees into tables, parent before left before right. */
final class ForestFlattener {

  private final int featureCount;
  private final TargetScaling scaling;
  private final List<FlatNode> nodes = new ArrayList<>();
  private final List<double[]> leaves = new ArrayList<>();

  private ForestFlattener(int featureCount, TargetScaling scaling) {
    this.featureCount = featureCount;
    this.scaling = scaling;
  }

  static ForestTables flatten(
      List<TribuoForest.Tree> trees, int featureCount, TargetScaling scaling) {
    ForestFlattener flattener = new ForestFlattener(featureCount, scaling);
    int[] starts = new int[trees.size()];
    for (int tree = 0; tree < starts.length; tree++) {
      starts[tree] = flattener.nodes.size();
      flattener.add(trees.get(tree));
    }
    return flattener.tables(starts);
  }

  private void add(TribuoForest.Tree tree) {
    Deque<Pending> pending = new ArrayDeque<>();
    pending.push(new Pending(tree.root(), -1, false));
    while (!pending.isEmpty()) {
      Pending next = pending.pop();
      int index = nodes.size();
      if (next.parent >= 0 && next.isRight) {
        nodes.get(next.parent).right = index;
      } else if (next.parent >= 0) {
        nodes.get(next.parent).left = index;
      }
      FlatNode node = new FlatNode();
      nodes.add(node);
      Node<Regressor> meant = tree.continued().getOrDefault(next.node, next.node);
      if (meant instanceof SplitNode<Regressor> split) {
        node.feature = split.getFeatureID();
        node.threshold = split.splitValue();
        pending.push(new Pending(split.getGreaterThan(), index, true));
        pending.push(new Pending(split.getLessThanOrEqual(), index, false));
      } else {
        node.leaf = leaves.size();
        leaves.add(((LeafNode<Regressor>) meant).getOutput().getValues());
      }
    }
  }

  private ForestTables tables(int[] starts) {
    int targetCount = scaling.mean().length;
    double[] values = new double[Math.multiplyExact(leaves.size(), targetCount)];
    for (int leaf = 0; leaf < leaves.size(); leaf++) {
      for (int target = 0; target < targetCount; target++) {
        values[leaf * targetCount + target] = scaling.restore(leaves.get(leaf)[target], target);
      }
    }
    return new ForestTables(
        starts,
        nodes.stream().mapToInt(node -> node.feature).toArray(),
        nodes.stream().mapToDouble(node -> node.threshold).toArray(),
        nodes.stream().mapToInt(node -> node.left).toArray(),
        nodes.stream().mapToInt(node -> node.right).toArray(),
        nodes.stream().mapToInt(node -> node.leaf).toArray(),
        values,
        scaling.mean(),
        scaling.scale(),
        featureCount);
  }

  private record Pending(Node<Regressor> node, int parent, boolean isRight) {}

  private static final class FlatNode {
    private int feature = -1;
    private double threshold;
    private int left = -1;
    private int right = -1;
    private int leaf = -1;
  }
}
