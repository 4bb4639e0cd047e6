package org.glasspcf.forest;

import com.oracle.labs.mlrg.olcut.provenance.ConfiguredObjectProvenance;
import com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl;
import java.util.List;
import org.glasspcf.core.TrainingInterruptedException;
import org.tribuo.regression.rtree.impurity.RegressorImpurity;

/**
 * The variance of a node's targets, as Tribuo's MeanSquaredError, with two differences.
 *
 * <p>It sums in double precision: the difference of the mean square and the squared mean loses most
 * of a float's digits when a target's mean is large beside its spread. And it is what Tribuo calls
 * most often, so it is where an interrupted thread stops.
 */
final class InterruptibleSquaredError implements RegressorImpurity {

  @Override
  public double impurity(float[] targets, float[] weights) {
    Sums sums = new Sums();
    for (int row = 0; row < targets.length; row++) {
      sums.add(targets[row], weights[row]);
    }
    return sums.tuple().impurity;
  }

  @Override
  public ImpurityTuple impurityTuple(int[] rows, int count, float[] targets, float[] weights) {
    stopIfInterrupted();
    Sums sums = new Sums();
    for (int i = 0; i < count; i++) {
      sums.add(targets[rows[i]], weights[rows[i]]);
    }
    return sums.tuple();
  }

  @Override
  public ImpurityTuple impurityTuple(List<int[]> parts, float[] targets, float[] weights) {
    stopIfInterrupted();
    Sums sums = new Sums();
    for (int[] rows : parts) {
      for (int row : rows) {
        sums.add(targets[row], weights[row]);
      }
    }
    return sums.tuple();
  }

  @Override
  public ConfiguredObjectProvenance getProvenance() {
    return new ConfiguredObjectProvenanceImpl(this, "RegressorImpurity");
  }

  @Override
  public String toString() {
    return "InterruptibleSquaredError";
  }

  static void stopIfInterrupted() {
    TrainingInterruptedException.throwIfInterrupted("training of the forest");
  }

  /** Weighted sums over one side of a split; does not outlive the call that made it. */
  private static final class Sums {
    private double weight;
    private double first;
    private double second;

    void add(float target, float itsWeight) {
      double weighted = (double) target * itsWeight;
      weight += itsWeight;
      first += weighted;
      second += weighted * target;
    }

    ImpurityTuple tuple() {
      double mean = first / weight;
      double variance = Math.max(0, second / weight - mean * mean);
      return new ImpurityTuple((float) variance, (float) weight);
    }
  }
}
