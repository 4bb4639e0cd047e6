package org.glasspcf.examples.reproduce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.glasspcf.forest.ForestOptions;
import org.glasspcf.pipeline.archive.TensorArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ForestScanTest {
  @ParameterizedTest
  @EnumSource
  void parameter_paperValue_isAmongTheSettings(ForestParameter parameter) {
    List<Integer> settings = parameter.settings();
    assertTrue(settings.contains(parameter.paper()), settings.toString());
    assertEquals(settings.stream().sorted().distinct().toList(), settings);
    ForestOptions options = parameter.set(ForestOptions.defaults(), parameter.paper());
    assertEquals(ForestOptions.defaults(), options);
  }

  @Test
  void meanAndDeviation_areOverSeeds() {
    double[][] errors = {{1, 3}, {2, 2}};
    assertArrayEquals(new double[] {2, 2}, ForestScan.mean(errors));
    assertArrayEquals(new double[] {Math.sqrt(2), 0}, ForestScan.deviation(errors));
    assertArrayEquals(new double[] {0}, ForestScan.deviation(new double[][] {{5}}));
  }

  @Test
  void best_isTheLeastTestError() {
    ForestScan scan = scan();
    int at = ForestParameter.TREES.settings().indexOf(scan.best());
    assertEquals(3, at);
    // The paper's 15 trees are the value at 6.
    assertEquals(6.0 / 2 - 1, scan.excessOfPaper(), 1e-12);
  }

  private static ForestScan scan() {
    int count = ForestParameter.TREES.settings().size();
    double[][] training = new double[count][1];
    double[][] test = new double[count][1];
    for (int i = 0; i < count; i++) {
      test[i][0] = i == 3 ? 2 : i;
    }
    test[0][0] = 9;
    test[1][0] = 9;
    test[2][0] = 2; // an equal one further down is not better
    test[2][0] = 2.5;
    return new ForestScan(ForestParameter.TREES, training, test);
  }

  @Test
  void format_keepsEveryNumberInItsPlace() {
    List<ForestScan> scans =
        List.of(ForestParameter.values()).stream()
            .map(
                parameter -> {
                  int count = parameter.settings().size();
                  double[][] training = new double[count][2];
                  double[][] test = new double[count][2];
                  for (int i = 0; i < count; i++) {
                    training[i] = new double[] {i, 100 + i};
                    test[i] = new double[] {200 + i, 300 + parameter.ordinal()};
                  }
                  return new ForestScan(parameter, training, test);
                })
            .toList();
    ForestScans.Format format = new ForestScans.Format(2);
    TensorArchive archive =
        TensorArchive.of(java.util.Map.of(), format.tensors(new ForestScans(scans)));
    ForestScans back = format.outcome(archive);
    for (int i = 0; i < scans.size(); i++) {
      assertEquals(scans.get(i).parameter(), back.scans().get(i).parameter());
      assertArrayEquals(scans.get(i).training(), back.scans().get(i).training());
      assertArrayEquals(scans.get(i).test(), back.scans().get(i).test());
    }
  }
}
