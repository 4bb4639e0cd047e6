package org.glasspcf.examples;

import java.nio.file.Path;
import org.glasspcf.pipeline.GlassPcfPipeline;

/** The option {@code --model} of several commands. */
final class Models {
  /** Names the model that comes with the library; a file of this name is {@code ./pretrained}. */
  static final String PRETRAINED = "pretrained";

  private Models() {}

  static GlassPcfPipeline load(Path model) {
    return model.equals(Path.of(PRETRAINED))
        ? GlassPcfPipeline.pretrained()
        : GlassPcfPipeline.load(model);
  }
}
