package org.glasspcf.encoder;

import java.util.Random;

/** How the kernels are drawn before training; biases start at zero. */
public enum WeightInitialization {
  /** Normal, variance 2 / fan-in: K. He et al., arXiv:1502.01852, eq. 10. */
  HE_NORMAL {
    @Override
    float draw(Random random, int fanIn, int fanOut) {
      return (float) (random.nextGaussian() * Math.sqrt(2.0 / fanIn));
    }
  },
  /**
   * Uniform, limit √(6 / (fan-in + fan-out)): Glorot and Bengio, AISTATS 2010, eq. 16; Keras's
   * default.
   */
  GLOROT_UNIFORM {
    @Override
    float draw(Random random, int fanIn, int fanOut) {
      return (float) ((2 * random.nextDouble() - 1) * Math.sqrt(6.0 / (fanIn + fanOut)));
    }
  };

  abstract float draw(Random random, int fanIn, int fanOut);
}
