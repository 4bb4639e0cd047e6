package org.glasspcf.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.CnnLossLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.ConvolutionParamInitializer;
import org.glasspcf.encoder.AutoencoderArchitecture.Convolution;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * The network in DL4J while it is trained: the only class, with its layers and its thread, that
 * touches native code. To be closed, which releases the memory that it works in.
 */
final class AutoencoderNetwork implements AutoCloseable {
  /** The loss layer sums over pixels; divided by this it is the image MSE. */
  private static final int PIXELS = PcfImage.PIXELS;

  /** Keras's ε of Adam (1e-7), for gradients that are {@link #PIXELS} times as large. */
  private static final double EPSILON = 1e-7 * PIXELS;

  private final AutoencoderArchitecture architecture;
  private final int batchSize;
  private final NativeThread thread;
  private final MultiLayerNetwork network;
  private final GradientUpdater<?> adam;

  AutoencoderNetwork(AutoencoderArchitecture architecture, AutoencoderOptions options, int steps) {
    this.architecture = architecture;
    this.batchSize = options.batchSize();
    this.thread = NativeThread.start();
    try {
      this.network = thread.call(() -> build(architecture, options));
      this.adam = thread.call(() -> adam(options, steps, network.numParams()));
    } catch (RuntimeException | Error e) {
      thread.close();
      throw e;
    }
  }

  private static GradientUpdater<?> adam(AutoencoderOptions options, int steps, long parameters) {
    Adam adam =
        Adam.builder()
            .learningRateSchedule(
                new StepSchedule(options.schedule(), options.learningRate(), steps))
            .beta1(0.9)
            .beta2(0.999)
            .epsilon(EPSILON)
            .build();
    return adam.instantiate(Nd4j.create(DataType.FLOAT, 1, adam.stateSize(parameters)), true);
  }

  private static MultiLayerNetwork build(
      AutoencoderArchitecture architecture, AutoencoderOptions options) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(architecture));
    network.init(Nd4j.createFromArray(initial(architecture, options)).reshape(1, -1), false);
    return network;
  }

  private static MultiLayerConfiguration configuration(AutoencoderArchitecture architecture) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder().dataType(DataType.FLOAT).list();
    List<Convolution> encoder = architecture.encoder();
    for (int i = 0; i < encoder.size(); i++) {
      boolean latent = i == encoder.size() - 1;
      boolean rectified = !latent || architecture.latentActivation() == LatentActivation.RELU;
      layers.layer(new ConvolutionBlock(encoder.get(i), ConvolutionBlock.Form.POOLED, rectified));
    }
    List<Convolution> decoder = architecture.decoder();
    int last = decoder.size() - 1;
    for (int i = 0; i < last; i++) {
      layers.layer(new ConvolutionBlock(decoder.get(i), ConvolutionBlock.Form.PLAIN, true));
      if (i < last - 1) {
        layers.layer(new Upsampling2D.Builder(2).build());
      }
    }
    layers.layer(new ConvolutionBlock(decoder.get(last), ConvolutionBlock.Form.UPSAMPLED, false));
    return layers
        .layer(
            new CnnLossLayer.Builder(LossFunctions.LossFunction.MSE)
                .activation(Activation.SIGMOID)
                .build())
        .setInputType(InputType.convolutional(PcfImage.SIZE, PcfImage.SIZE, 1))
        .build();
  }

  /** All parameters in DL4J's flat order: layer by layer, the biases (zeros) before the weights. */
  private static float[] initial(AutoencoderArchitecture architecture, AutoencoderOptions options) {
    List<Convolution> convolutions = architecture.convolutions();
    float[] flat = new float[convolutions.stream().mapToInt(c -> c.filters() + c.weights()).sum()];
    Random random = new Random(options.seed());
    int at = 0;
    for (Convolution c : convolutions) {
      at += c.filters();
      int fanIn = c.inputs() * AutoencoderArchitecture.KERNEL;
      int fanOut = c.filters() * AutoencoderArchitecture.KERNEL;
      for (int i = 0; i < c.weights(); i++) {
        flat[at++] = options.initialization().draw(random, fanIn, fanOut);
      }
    }
    return flat;
  }

  /**
   * What a share of a batch adds to the gradient.
   *
   * @param gradient of the sum of squared errors over the share's images, in the network's own flat
   *     order
   * @param loss image MSE summed over the share's images (pixels in 0–1)
   */
  record Share(float[] gradient, double loss) {}

  /**
   * Differentiates at the present parameters, beside the calling thread.
   *
   * @param images [count][4096] intensities
   * @return the share, when it is there
   */
  CompletableFuture<Share> differentiate(float[][] images) {
    return thread.submit(
        () -> {
          try (INDArray batch = batch(images)) {
            network.setInput(batch);
            network.setLabels(batch);
            network.computeGradientAndScore();
            float[] gradient = network.getFlattenedGradients().dup('c').data().asFloat();
            return new Share(gradient, network.score() / PIXELS * images.length);
          }
        });
  }

  /**
   * Takes one step of Adam, beside the calling thread.
   *
   * @param gradient the sum of the shares' gradients
   * @param images how many images it is of
   * @param step number of the step, from 0
   * @return when it is done
   */
  CompletableFuture<Void> learn(float[] gradient, int images, int step) {
    return thread.submit(
        () -> {
          INDArray parameters = network.params();
          try (INDArray change = Nd4j.createFromArray(gradient)) {
            change.divi(images);
            adam.applyUpdater(change, step, 0);
            parameters.subi(change);
          }
          return null;
        });
  }

  /**
   * Differentiates the image MSE without learning.
   *
   * @param images [batch][4096] intensities
   * @return parameter name → gradient, flat
   */
  Map<String, float[]> gradients(float[][] images) {
    return thread.call(() -> gradientsHere(images));
  }

  private Map<String, float[]> gradientsHere(float[][] images) {
    try (INDArray batch = batch(images)) {
      network.setInput(batch);
      network.setLabels(batch);
      network.computeGradientAndScore();
      Map<String, INDArray> byKey = network.gradient().gradientForVariable();
      Map<String, float[]> out = new LinkedHashMap<>();
      List<Convolution> convolutions = architecture.convolutions();
      for (int i = 0; i < convolutions.size(); i++) {
        int layer = parameterized().get(i).getIndex();
        out.put(convolutions.get(i).weightName(), scaled(byKey.get(layer + "_W"), images.length));
        out.put(convolutions.get(i).biasName(), scaled(byKey.get(layer + "_b"), images.length));
      }
      return out;
    }
  }

  private static float[] scaled(INDArray gradient, int batch) {
    return gradient.div((double) batch * PIXELS).dup('c').data().asFloat();
  }

  /**
   * Scores images without learning, as many at a time as a batch holds.
   *
   * @param images [count][4096] intensities
   * @return image MSE (pixels in 0–1)
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted; it stops
   *     within a batch
   */
  double loss(float[][] images) {
    double sum = 0;
    for (int from = 0; from < images.length; from += batchSize) {
      AutoencoderTrainer.stopIfInterrupted();
      int to = Math.min(images.length - from, batchSize) + from;
      float[] drawn = reconstruct(Arrays.copyOfRange(images, from, to));
      for (int i = 0; i < drawn.length; i++) {
        float error = drawn[i] - images[from + i / PIXELS][i % PIXELS];
        sum += error * error;
      }
    }
    return sum / images.length / PIXELS;
  }

  /**
   * Runs images through both halves.
   *
   * @param images [count][4096] intensities
   * @return count × 4,096 intensities, image by image
   */
  float[] reconstruct(float[][] images) {
    return thread.call(
        () -> {
          try (INDArray batch = batch(images)) {
            return network.output(batch).dup('c').data().asFloat();
          }
        });
  }

  private static INDArray batch(float[][] images) {
    float[] flat = new float[images.length * PIXELS];
    for (int i = 0; i < images.length; i++) {
      System.arraycopy(images[i], 0, flat, i * PIXELS, PIXELS);
    }
    return Nd4j.create(flat, new long[] {images.length, 1, PcfImage.SIZE, PcfImage.SIZE}, 'c');
  }

  /** The convolutions' layers, in the order of {@link AutoencoderArchitecture#convolutions()}. */
  private List<Layer> parameterized() {
    return Arrays.stream(network.getLayers()).filter(layer -> layer.numParams() > 0).toList();
  }

  /**
   * Copies the parameters out.
   *
   * @return name → values, as {@link PcfAutoencoder#of} takes them
   */
  Map<String, float[]> parameters() {
    return thread.call(this::parametersHere);
  }

  private Map<String, float[]> parametersHere() {
    Map<String, float[]> out = new LinkedHashMap<>();
    List<Convolution> convolutions = new ArrayList<>(architecture.convolutions());
    for (int i = 0; i < convolutions.size(); i++) {
      Layer layer = parameterized().get(i);
      out.put(
          convolutions.get(i).weightName(),
          layer.getParam(ConvolutionParamInitializer.WEIGHT_KEY).dup('c').data().asFloat());
      out.put(
          convolutions.get(i).biasName(),
          layer.getParam(ConvolutionParamInitializer.BIAS_KEY).dup('c').data().asFloat());
    }
    return out;
  }

  @Override
  public void close() {
    thread.close();
  }
}
