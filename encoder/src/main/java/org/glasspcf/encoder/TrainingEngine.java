package org.glasspcf.encoder;

import java.util.ServiceConfigurationError;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.glasspcf.core.TrainingException;
import org.nd4j.linalg.factory.Nd4j;

/** Deeplearning4j, which is not there where autoencoders are only to encode and decode. */
final class TrainingEngine {
  private TrainingEngine() {}

  /**
   * Makes a network to be trained.
   *
   * @throws TrainingException if Deeplearning4j or its native code is not on the class path
   */
  static NetworkReplicas start(
      AutoencoderArchitecture architecture, AutoencoderOptions options, int steps, int threads) {
    try {
      loadWithoutNativeCode();
    } catch (NoClassDefFoundError e) {
      throw new TrainingException(
          "training an autoencoder needs Deeplearning4j 1.0.0-M2.1 on the class path: add the"
              + " dependency org.glasspcf:glass-pcf-training, of type pom and of the version of"
              + " glass-pcf-encoder, and ND4J's native code for this platform",
          e);
    }
    try {
      return new NetworkReplicas(architecture, options, steps, threads);
    } catch (RuntimeException e) {
      throw new TrainingException("the training engine did not start: " + e.getMessage(), e);
    } catch (LinkageError | ServiceConfigurationError e) {
      throw new TrainingException(
          "the training engine did not start: is ND4J's native code for this platform on the class"
              + " path? It is org.nd4j:nd4j-native, org.bytedeco:javacpp and org.bytedeco:openblas,"
              + " each with the platform as classifier, such as linux-x86_64",
          e);
    }
  }

  /** Naming a class loads it; its native code is loaded when it is used. */
  private static Class<?>[] loadWithoutNativeCode() {
    return new Class<?>[] {MultiLayerNetwork.class, Nd4j.class};
  }
}
