package org.glasspcf.examples.melt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.GlassPcfException;
import org.glasspcf.core.RadialGrid;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassDatasetWriter;

/**
 * Melts of some compositions, each appended to a data set when it has passed its checks.
 *
 * <p>In the folder of the data set, {@code work/<id>} holds a melt that is not finished, and {@code
 * raw/<id>} what LAMMPS was given and left for one that is. A campaign that was interrupted goes on
 * where it was when the same one is run again; melts that are in the data set are skipped.
 */
public final class MeltCampaign {
  private static final String WORK = "work";
  private static final String RAW = "raw";
  private static final String LOCK = ".lock";
  private static final String PAIRS = "pairs.json";
  private static final long SEED_STEP = 7919;
  private static final double LEAST_EDGE = 2 * LammpsDeck.RDF_CUTOFF + 0.5;

  /** What is kept of a finished melt, compressed. */
  private static final List<String> KEPT =
      List.of(
          "in.lmp",
          LammpsDeck.START,
          LammpsDeck.TABLE,
          LammpsDeck.RDF,
          LammpsDeck.TRAJECTORY,
          LammpsDeck.FINAL);

  private final Path folder;
  private final List<MeltRun> melts;
  private final MeltListener listener;

  private MeltCampaign(Path folder, List<MeltRun> melts, MeltListener listener) {
    this.folder = folder;
    this.melts = melts;
    this.listener = listener;
  }

  /**
   * Plans melts; nothing is written yet.
   *
   * @param folder the folder of the data set, made if it does not exist
   * @param glasses the compositions
   * @param protocol how to melt and quench
   * @param count how many melts of each composition, at least 1
   * @param seed seed of melt 0; melt n has that + 7919·n, as the bundled data set with 1000
   * @param listener hears how it goes on
   * @return the campaign
   * @throws IllegalArgumentException if a glass cannot be simulated, or a count or seed is out of
   *     range
   * @throws MeltQuenchException if PACKMOL or LAMMPS is not on the PATH
   */
  public static MeltCampaign of(
      Path folder,
      List<GlassComposition> glasses,
      MeltQuenchProtocol protocol,
      int count,
      long seed,
      MeltListener listener) {
    return of(folder, glasses, protocol, count, seed, listener, MeltRun.Programs.find());
  }

  static MeltCampaign of(
      Path folder,
      List<GlassComposition> glasses,
      MeltQuenchProtocol protocol,
      int count,
      long seed,
      MeltListener listener,
      MeltRun.Programs programs) {
    // LAMMPS takes seeds from 1 to 900,000,000.
    if (count < 1 || seed < 0 || seed + SEED_STEP * count > 900_000_000) {
      throw new IllegalArgumentException(
          "a campaign must have at least 1 melt of a composition and seeds from 0 to 900000000,"
              + " got "
              + count
              + " melts from seed "
              + seed);
    }
    List<MeltRun> melts = new ArrayList<>();
    for (GlassComposition glass : Set.copyOf(glasses)) {
      requireWide(glass, protocol.atoms());
    }
    for (int number = 1; number <= count; number++) {
      for (GlassComposition glass : glasses.stream().distinct().toList()) {
        String id = MeltNames.id(glass, number);
        MeltSettings settings =
            new MeltSettings(glass, protocol, (int) (seed + SEED_STEP * number));
        melts.add(MeltRun.of(id, settings, folder.resolve(WORK).resolve(id), programs));
      }
    }
    return new MeltCampaign(folder, List.copyOf(melts), listener);
  }

  /** g(r) up to 10 Å needs a box that is twice as wide. */
  private static void requireWide(GlassComposition glass, int atoms) {
    double edge = MeltBox.of(glass, atoms).edge();
    if (!(edge >= LEAST_EDGE)) {
      long needed = (long) Math.ceil(atoms * Math.pow(LEAST_EDGE / edge, 3) / 10) * 10;
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "g(r) up to %.0f Å needs a box of %.1f Å, but %d atoms of %s make one of %.1f Å: take"
                  + " %d atoms or more",
              LammpsDeck.RDF_CUTOFF,
              LEAST_EDGE,
              atoms,
              glass,
              edge,
              needed));
    }
  }

  /**
   * The ids of all melts, in the order in which they are made.
   *
   * @return first melt 1 of each composition, then melt 2 …
   */
  public List<String> ids() {
    return melts.stream().map(MeltRun::id).toList();
  }

  /**
   * Makes the melts that are not in the data set yet.
   *
   * @param parallel how many at once, each on one core; at least 1
   * @return the data set as it is read back
   * @throws InterruptedException if this thread was interrupted; all programs have ended then, and
   *     the same campaign goes on from the last finished stages
   * @throws MeltQuenchException if another process works in this folder, a melt was made with other
   *     settings, or some failed: the others are made nevertheless
   * @throws IllegalArgumentException if the data set has other bins or a fixed split
   * @throws IOException if a file cannot be written
   */
  public GlassDataset run(int parallel) throws InterruptedException, IOException {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least 1 melt must be made at once, got " + parallel);
    }
    Path work = Files.createDirectories(folder.resolve(WORK));
    try (FileChannel channel =
            FileChannel.open(
                work.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel)) {
      List<MeltRun> left = left();
      List<String> failures = makeAll(left, parallel);
      if (!failures.isEmpty()) {
        throw new MeltQuenchException(
            failures.size()
                + " of "
                + left.size()
                + " melts failed: "
                + String.join("; ", failures));
      }
      return GlassDataset.read(folder);
    }
  }

  private FileLock lock(FileChannel channel) throws IOException {
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new MeltQuenchException("another campaign simulates in " + folder + " at this time");
    }
    return lock;
  }

  private List<MeltRun> left() throws IOException {
    Set<String> there = Set.of();
    if (Files.exists(folder.resolve("split.csv"))) {
      throw new IllegalArgumentException(
          folder
              + " must not have a split.csv: a fixed split lists every simulation; simulate into"
              + " another folder");
    }
    if (Files.exists(folder.resolve("glasses.csv"))) {
      GlassDataset dataset = GlassDataset.read(folder);
      RadialGrid bins = RadialGrid.uniform(LammpsDeck.RDF_CUTOFF, LammpsDeck.RDF_BINS);
      if (!dataset.grid().orElseThrow().equals(bins)) {
        throw new IllegalArgumentException(
            folder + " must have " + bins + " as the simulations, has " + dataset.grid().get());
      }
      there = dataset.simulations().stream().map(melt -> melt.id()).collect(Collectors.toSet());
    }
    List<MeltRun> left = new ArrayList<>();
    for (MeltRun melt : melts) {
      if (there.contains(melt.id())) {
        Path before = raw(melt).resolve(MeltSettings.FILE);
        if (!Files.exists(before)) {
          throw new MeltQuenchException(
              melt.id()
                  + " is in "
                  + folder
                  + " already, but not by this workflow ("
                  + before
                  + " is missing): use another folder");
        }
        melt.settings().requireSame(before);
        deleteFolder(melt.folder());
        listener.onSkipped(melt.id());
      } else {
        melt.requireSameSettings();
        left.add(melt);
      }
    }
    return left;
  }

  private List<String> makeAll(List<MeltRun> left, int parallel)
      throws InterruptedException, IOException {
    ExecutorService pool = Executors.newFixedThreadPool(parallel);
    try {
      List<Future<Optional<String>>> results = new ArrayList<>();
      for (MeltRun melt : left) {
        results.add(pool.submit(() -> make(melt)));
      }
      List<String> failures = new ArrayList<>();
      for (Future<Optional<String>> result : results) {
        result.get().ifPresent(failures::add);
      }
      return failures;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("a melt ended with " + e.getCause(), e.getCause());
    } finally {
      pool.shutdownNow();
      awaitEnd(pool);
    }
  }

  /** Programs that were told to stop must have stopped before the lock is given back. */
  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = Thread.interrupted();
    while (!pool.isTerminated()) {
      try {
        pool.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes a melt; the reason if it failed. */
  private Optional<String> make(MeltRun melt) throws InterruptedException, IOException {
    try {
      melt.run(listener::onProgress);
      MeltResult result = MeltResult.of(melt);
      keep(melt, result);
      GlassDatasetWriter.append(folder, result.simulation());
      deleteFolder(melt.folder());
      listener.onFinished(melt.id(), result.summary());
      return Optional.empty();
    } catch (GlassPcfException | IllegalArgumentException e) {
      listener.onFailed(melt.id(), e.getMessage());
      return Optional.of(e.getMessage());
    }
  }

  private Path raw(MeltRun melt) {
    return folder.resolve(RAW).resolve(melt.id());
  }

  private void keep(MeltRun melt, MeltResult result) throws IOException {
    Path raw = Files.createDirectories(raw(melt));
    for (String name : KEPT) {
      compress(melt.folder().resolve(name), raw.resolve(name + ".gz"));
    }
    Map<String, String> texts =
        new TreeMap<>(Map.of(PAIRS, result.pairsJson(), MeltSettings.FILE, melt.settings().text()));
    for (Map.Entry<String, String> text : texts.entrySet()) {
      AtomicFile.write(
          raw.resolve(text.getKey()), text.getValue().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void compress(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = new GZIPOutputStream(Files.newOutputStream(to))) {
      in.transferTo(out);
    }
  }

  private static void deleteFolder(Path unneeded) throws IOException {
    if (!Files.exists(unneeded)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.list(unneeded)) {
      files = walk.toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
    Files.delete(unneeded);
  }
}
