package org.glasspcf.examples.reproduce;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.SplitKind;
import org.glasspcf.encoder.AutoencoderOptions;

/**
 * The paper's protocol on the training part of a data set, stage by stage. The report in the folder
 * is written anew after each new experiment and at the end, so that hours of work show what there
 * is of them; finished stages lie in {@code stages} in the same folder and are used again.
 */
public final class Reproduction {
  private static final String STAGES = "stages";

  private final GlassDataset part;
  private final ReproductionOptions options;
  private final Path folder;
  private final StageStore store;
  private final NetworkTraining training;
  private final ReproductionResult.Source source;
  private final Map<Setting, ExperimentData> data = new LinkedHashMap<>();
  private final Map<Setting, ExperimentResult> experiments = new LinkedHashMap<>();
  private final Map<Setting, ForestScans> forests = new LinkedHashMap<>();
  private final Map<SplitKind, List<NetworkCheck>> latentSizes = new EnumMap<>(SplitKind.class);
  private final List<NetworkCheck> seeds = new ArrayList<>();

  /**
   * What is left of a run.
   *
   * @param report the finished report
   * @param files its files
   * @param made stages that were worked on
   * @param reused stages that were there
   */
  public record Summary(ReproductionReport report, List<Path> files, int made, int reused) {}

  private Reproduction(
      GlassDataset dataset,
      ReproductionOptions options,
      int threads,
      Path folder,
      StageListener listener) {
    this.part = dataset.trainingPart();
    this.options = options;
    this.folder = folder;
    this.source =
        new ReproductionResult.Source(
            part.compositions().size(),
            part.curves(),
            part.sha256(),
            dataset.compositions().size() - part.compositions().size());
    // An experiment has a network and the scans of its forest.
    int steps = 2 * Setting.all().size() + 2 * options.latentSizes().size() + options.seeds() - 1;
    this.store = new StageStore(folder.resolve(STAGES), steps, listener);
    this.training = new NetworkTraining(store, options, threads);
  }

  /**
   * Does what is left to do. The calling thread can be interrupted; then the finished stages stay.
   *
   * @param dataset the data; its held-out glasses are left out
   * @param options how long to work
   * @param threads how many threads train, at least 1; they do not change what comes out
   * @param folder where report and stages go, made if it does not exist
   * @param listener hears of every stage
   * @return the report, and how much of the work was new
   * @throws IllegalArgumentException if there are too few curves for the paper's size
   * @throws org.glasspcf.core.TrainingInterruptedException if the thread is interrupted
   * @throws org.glasspcf.core.GlassDataException if the file of a finished stage is damaged
   */
  public static Summary run(
      GlassDataset dataset,
      ReproductionOptions options,
      int threads,
      Path folder,
      StageListener listener) {
    return new Reproduction(dataset, options, threads, folder, listener).run();
  }

  private Summary run() {
    // All splits first: too few curves must not cost hours of training.
    for (Setting setting : Setting.all()) {
      data.put(setting, ExperimentData.of(setting, SplitDrawing.draw(part, setting, options)));
    }
    for (Setting setting : Setting.all()) {
      int made = store.made();
      experiment(data.get(setting));
      if (store.made() > made) {
        report(false).writeTo(folder);
      }
    }
    for (SplitKind kind : List.of(SplitKind.BY_CURVE, SplitKind.BY_GLASS)) {
      latentSizes(kind);
    }
    furtherSeeds();
    ReproductionReport report = report(true);
    return new Summary(report, report.writeTo(folder), store.made(), store.reused());
  }

  private ReproductionReport report(boolean complete) {
    return new ReproductionReport(
        new ReproductionResult(
            options, source, experiments, forests, latentSizes, seeds, complete));
  }

  private void experiment(ExperimentData experiment) {
    store.begin();
    int images = experiment.training().images().size();
    ChosenNetwork network =
        training.choose(experiment, options.autoencoder(experiment.setting().size(), images));
    Latents latents = Latents.of(network.trained().autoencoder(), experiment);
    experiments.put(
        experiment.setting(),
        new Experiment(experiment, network, latents, options.seed()).measure());
    scanForests(experiment, latents);
  }

  private void scanForests(ExperimentData experiment, Latents latents) {
    store.begin();
    if (latents.live().length == 0) {
      return;
    }
    int count = options.forestSeeds();
    forests.put(
        experiment.setting(),
        store
            .get(
                "forests, " + experiment.title(),
                ForestScans.key(experiment, latents, count, options.seed()),
                new ForestScans.Format(count),
                progress -> ForestScans.run(experiment, latents, count, options.seed()))
            .outcome());
  }

  private void latentSizes(SplitKind kind) {
    ExperimentData experiment = data.get(new Setting(kind, DataSize.PAPER_SIZE));
    List<NetworkCheck> checks = new ArrayList<>();
    for (int size : options.latentSizes()) {
      store.begin();
      AutoencoderOptions autoencoder =
          AutoencoderOptions.paper()
              .withSeed(options.seed())
              .withLatentSize(size)
              .withEpochs(options.latentEpochs());
      checks.add(NetworkCheck.of(experiment, training.choose(experiment, autoencoder)));
    }
    latentSizes.put(kind, checks);
  }

  /** Seeds as they come, but for the one that the experiment has trained already. */
  private void furtherSeeds() {
    Setting first = Setting.all().get(0);
    ExperimentData experiment = data.get(first);
    long taken = experiments.get(first).network().options().seed();
    long seed = options.seed();
    while (seeds.size() < options.seeds() - 1) {
      if (seed != taken) {
        store.begin();
        AutoencoderOptions autoencoder =
            AutoencoderOptions.paper().withSeed(seed).withEpochs(options.seedEpochs());
        seeds.add(NetworkCheck.of(experiment, training.train(experiment, autoencoder)));
      }
      seed++;
    }
  }
}
