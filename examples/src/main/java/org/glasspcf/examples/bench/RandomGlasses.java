package org.glasspcf.examples.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.Oxide;
import org.glasspcf.pipeline.GlassPcfPipeline;
import org.glasspcf.pipeline.PcfPrediction;

/**
 * Borosilicate glasses within the range of the bundled data, half of them with a dopant, each with
 * one of its pairs: what predictions are asked for. Drawn at random from a seed, so that no two are
 * alike and nothing can be remembered from the last.
 */
final class RandomGlasses {
  /** A curve to predict. */
  record Query(GlassComposition glass, ElementPair pair) {}

  /** How many different glasses a benchmark asks for in turn. */
  static final int QUERIES = 4096;

  private static final List<Oxide> DOPANTS = List.of(Oxide.BaO, Oxide.TiO2, Oxide.ZnO);
  private static final double LEAST_BASE = 10;
  private static final double MOST_BASE = 30;
  private static final double LEAST_DOPANT = 1;
  private static final double MOST_DOPANT = 8;

  private final Random random;

  RandomGlasses(long seed) {
    this.random = new Random(seed);
  }

  /** The next glass and pair. */
  Query next() {
    double boron = between(LEAST_BASE, MOST_BASE);
    double sodium = between(LEAST_BASE, MOST_BASE);
    Map<Oxide, Double> amounts = new LinkedHashMap<>();
    amounts.put(Oxide.SiO2, 100 - boron - sodium);
    amounts.put(Oxide.B2O3, boron);
    amounts.put(Oxide.Na2O, sodium);
    GlassComposition glass = GlassComposition.ofMolePercent(amounts);
    if (random.nextBoolean()) {
      Oxide dopant = DOPANTS.get(random.nextInt(DOPANTS.size()));
      glass = glass.dopedWith(dopant, between(LEAST_DOPANT, MOST_DOPANT));
    }
    List<ElementPair> pairs = glass.pairs();
    return new Query(glass, pairs.get(random.nextInt(pairs.size())));
  }

  /** The next ones, of so many different glasses. */
  List<Query> next(int count) {
    Set<GlassComposition> seen = new HashSet<>();
    List<Query> queries = new ArrayList<>(count);
    while (queries.size() < count) {
      Query query = next();
      if (seen.add(query.glass())) {
        queries.add(query);
      }
    }
    return List.copyOf(queries);
  }

  /** A pipeline's predictions of so many different glasses. */
  static List<PcfPrediction> predictions(GlassPcfPipeline pipeline, int count) {
    return new RandomGlasses(1)
        .next(count).stream().map(q -> pipeline.predict(q.glass(), q.pair())).toList();
  }

  private double between(double least, double most) {
    return least + (most - least) * random.nextDouble();
  }
}
