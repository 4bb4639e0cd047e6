package org.glasspcf.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/** What is timed. */
public enum Subject {
  /** Composition and pair → fingerprint. */
  FINGERPRINT {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(Trial.of(this, "fingerprint", FingerprintBenchmark.class, "encode"));
    }
  },
  /** Fingerprint → latent vector. */
  FOREST {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(
          Trial.of(this, "forest: fingerprint to latents", ForestBenchmark.class, "predict"));
    }
  },
  /** Latent vector → image. */
  DECODER {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(
          Trial.of(this, "decoder: latents to image", AutoencoderBenchmark.class, "decode"));
    }
  },
  /** Image → latent vector. */
  ENCODER {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(
          Trial.of(this, "encoder: image to latents", AutoencoderBenchmark.class, "encode"));
    }
  },
  /** Curve → image → curve. */
  CODEC {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(
          Trial.of(this, "codec: curve to image", CodecBenchmark.class, "encode"),
          Trial.of(this, "codec: image to curve", CodecBenchmark.class, "decode"));
    }
  },
  /** Composition and pair → curve, the default. */
  CURVE {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return predictions("prediction: default curve", "curve", threads);
    }
  },
  /** Composition and pair → curve with its 90 % band. */
  BAND {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return predictions("prediction: curve and 90 % band", "band", threads);
    }
  },
  /** Composition and pair → curve by the paper's road. */
  PAPER {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return predictions("prediction: forest and decoder", "decodedCurve", threads);
    }
  },
  /** File → model. */
  MODEL {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(
          Trial.of(this, "load the model from the jar", LoadBenchmark.class, "pretrained"),
          Trial.of(this, "load the model from a file", LoadBenchmark.class, "load"));
    }
  },
  /** Files → data set. */
  DATASET {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      return List.of(Trial.of(this, "load the bundled data set", LoadBenchmark.class, "dataset"));
    }
  },
  /** Atoms → g(r) of all pairs. */
  RDF {
    @Override
    List<Trial> trials(SortedSet<Integer> threads) {
      List<Trial> trials = new ArrayList<>();
      for (int atoms : ATOMS) {
        String what = String.format(Locale.ROOT, "g(r) of a frame of %,d atoms", atoms);
        for (int count : threads) {
          trials.add(
              Trial.of(this, what, PairCorrelationBenchmark.class, "count")
                  .withParameter("atoms", atoms)
                  .withThreads(count));
        }
      }
      return trials;
    }
  };

  private static final int[] ATOMS = {1_500, 12_000};
  private static final int[] BATCHES = {64, 1024};

  /**
   * The rows of the table.
   *
   * @param threads numbers of threads, where there is a choice
   */
  abstract List<Trial> trials(SortedSet<Integer> threads);

  /** Single predictions have one thread each; batches are shared. */
  List<Trial> predictions(String what, String method, SortedSet<Integer> threads) {
    Trial trial = Trial.of(this, what, PredictionBenchmark.class, method);
    List<Trial> trials = new ArrayList<>();
    threads.forEach(count -> trials.add(trial.withBatch(1).withCallers(count)));
    for (int batch : BATCHES) {
      threads.forEach(count -> trials.add(trial.withBatch(batch).withThreads(count)));
    }
    return trials;
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
