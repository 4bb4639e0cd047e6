package org.glasspcf.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.glasspcf.forest.ForestOptions;
import org.junit.jupiter.api.Test;

class PipelineOptionsTest {
  @Test
  void forestsOwnDefaults_changeNothing() {
    PipelineBuilder builder = GlassPcfPipeline.builder();
    assertEquals(builder.options(), builder.forest(ForestOptions.defaults()).options());
    assertFalse(builder.options().forest().standardizeTargets());
  }

  @Test
  void paper_differsFromTheForestsDefaults_inStandardizedLatentsOnly() {
    ForestOptions forest = GlassPcfPipeline.paper().options().forest();
    assertTrue(forest.standardizeTargets());
    assertEquals(ForestOptions.defaults(), forest.withStandardizeTargets(false));
  }
}
