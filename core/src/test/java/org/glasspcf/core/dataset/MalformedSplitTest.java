package org.glasspcf.core.dataset;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedSplitTest {
  @TempDir private Path root;
  private DatasetFolder folder;

  @BeforeEach
  void makeFolder() {
    folder = new DatasetFolder(root);
  }

  private void replace(String target, String replacement) {
    folder.write("split.csv", DatasetFolder.SPLIT.replace(target, replacement));
  }

  @Test
  void id_unknown_isRefused() {
    replace("soda-s2", "soda-s9");
    folder.assertRefused("split.csv", 3, "simulation 'soda-s9' must be listed in {}/glasses.csv");
  }

  @Test
  void id_twice_isRefused() {
    replace("soda-s2", "soda-s1");
    folder.assertRefused(
        "split.csv", 3, "simulation soda-s1 must be listed once, is also in line 2");
  }

  @Test
  void id_missing_isRefused() {
    replace("soda-s2,train\n", "");
    folder.assertRefused(
        "split.csv",
        0,
        "must list every simulation, but soda-s2 (line 3 of {}/glasses.csv) is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validation", "Train", "tests"})
  void part_unknown_isRefused(String part) {
    replace("soda-s2,train", "soda-s2," + part);
    folder.assertRefused("split.csv", 3, "column part must be train or test, was '" + part + "'");
  }

  @Test
  void meltsOfOneGlass_inTwoParts_areRefused() {
    replace("soda-s2,train", "soda-s2,test");
    folder.assertRefused(
        "split.csv",
        3,
        "all melts of a composition must be in one part, but 80SiO2-20Na2O is in 'train' in line 2"
            + " and in 'test' here");
  }

  @Test
  void columns_missing_areRefused() {
    folder.write("split.csv", "id,side\nsoda-s1,train\n");
    folder.assertRefused("split.csv", 1, "needs a column part (train or test)");
  }
}
