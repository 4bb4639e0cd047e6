package org.glasspcf.examples.melt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.glasspcf.core.AtomicFile;
import org.glasspcf.core.GlassDataException;

/**
 * One melt in its work folder. Each stage ends with a file that appears in one step: a run that was
 * interrupted goes on after the last such file.
 */
final class MeltRun {
  private static final String DECK = "in.lmp";
  private static final String PACKMOL_LOG = "packmol.log";
  private static final String PRODUCED = "production.done";

  private final String id;
  private final MeltSettings settings;
  private final Path folder;
  private final Programs programs;
  private final ForceField field;
  private final MeltBox box;
  private final LammpsDeck deck;

  /**
   * What runs the stages.
   *
   * @param packmol PACKMOL
   * @param lammps LAMMPS
   */
  record Programs(ExternalProgram packmol, ExternalProgram lammps) {
    /**
     * Those on the PATH.
     *
     * @throws MeltQuenchException if one is missing
     */
    static Programs find() {
      return new Programs(
          ExternalProgram.find("packmol", "packmol"), ExternalProgram.find("lmp", "lammps"));
    }
  }

  private MeltRun(
      String id, MeltSettings settings, Path folder, Programs programs, ForceField field) {
    this.id = id;
    this.settings = settings;
    this.folder = folder;
    this.programs = programs;
    this.field = field;
    this.box = MeltBox.of(settings.glass(), settings.protocol().atoms());
    this.deck = LammpsDeck.of(settings.protocol(), field.types(), settings.seed());
  }

  /**
   * A melt that has not begun or was interrupted.
   *
   * @param id its name
   * @param settings what to do
   * @param folder where to work, made if it does not exist
   * @param programs what to run
   * @throws IllegalArgumentException if the glass cannot be simulated in that many atoms
   */
  static MeltRun of(String id, MeltSettings settings, Path folder, Programs programs) {
    return new MeltRun(id, settings, folder, programs, ForceField.of(settings.glass()));
  }

  /** Steps that LAMMPS makes in all. */
  long steps() {
    long steps = 0;
    for (MeltStage stage : MeltStage.values()) {
      steps += deck.steps(stage);
    }
    return steps;
  }

  String id() {
    return id;
  }

  MeltSettings settings() {
    return settings;
  }

  MeltBox box() {
    return box;
  }

  ForceField field() {
    return field;
  }

  Path folder() {
    return folder;
  }

  /**
   * Refuses to go on with other settings than the melt was begun with.
   *
   * @throws MeltQuenchException naming both values
   */
  void requireSameSettings() throws IOException {
    Path file = folder.resolve(MeltSettings.FILE);
    if (Files.exists(file)) {
      settings.requireSame(file);
    }
  }

  /**
   * Runs the stages that are left.
   *
   * @param progress hears how far it is
   * @throws InterruptedException if this thread was interrupted; finished stages stay
   * @throws MeltQuenchException if a program fails or the settings changed
   * @throws IOException if a file cannot be written
   */
  void run(Consumer<MeltProgress> progress) throws InterruptedException, IOException {
    Files.createDirectories(folder);
    requireSameSettings();
    write(MeltSettings.FILE, settings.text());
    long before = 0;
    for (MeltStage stage : MeltStage.values()) {
      if (!isDone(stage)) {
        if (stage == MeltStage.PACK) {
          pack(progress);
        } else {
          simulate(stage, before, progress);
        }
      }
      before += deck.steps(stage);
    }
  }

  /** Whether the file is there that a stage ends with. */
  boolean isDone(MeltStage stage) {
    return Files.exists(
        folder.resolve(
            switch (stage) {
              case PACK -> LammpsDeck.START;
              case PRODUCTION -> PRODUCED;
              default -> LammpsDeck.restart(stage);
            }));
  }

  private void pack(Consumer<MeltProgress> progress) throws InterruptedException, IOException {
    report(progress, MeltStage.PACK, 0, OptionalDouble.empty());
    write(DECK, deck.whole());
    write(LammpsDeck.TABLE, PotentialTable.of(field));
    Packing packing = Packing.of(box, field.types());
    packing.writeInput(folder, settings.seed());
    programs
        .packmol()
        .run(
            folder,
            List.of(),
            Optional.of(Packing.INPUT),
            PACKMOL_LOG,
            Optional.empty(),
            () -> report(progress, MeltStage.PACK, 0, OptionalDouble.empty()));
    Path packed = folder.resolve(Packing.OUTPUT);
    if (!Files.exists(packed)) {
      throw GlassDataException.inFile(
          packed.toString(), "must be there after packmol, see " + PACKMOL_LOG);
    }
    write(LammpsDeck.START, packing.lammpsData(settings.glass() + " " + id, packed));
  }

  private void simulate(MeltStage stage, long before, Consumer<MeltProgress> progress)
      throws InterruptedException, IOException {
    String input = stage + ".lmp";
    String log = log(stage);
    write(input, deck.of(stage));
    Files.deleteIfExists(folder.resolve(log));
    ThermoLog thermo = ThermoLog.of(folder.resolve(log));
    programs
        .lammps()
        .run(
            folder,
            List.of("-in", input, "-log", log, "-screen", "none"),
            Optional.empty(),
            stage + ".out",
            Optional.of(log),
            () -> {
              thermo.update();
              report(
                  progress,
                  stage,
                  before + Math.min(thermo.steps(), deck.steps(stage)),
                  thermo
                      .last()
                      .map(row -> OptionalDouble.of(row.temperature()))
                      .orElse(OptionalDouble.empty()));
            });
    if (stage == MeltStage.PRODUCTION) {
      write(PRODUCED, "");
    } else {
      Files.move(
          folder.resolve(LammpsDeck.unfinished(stage)),
          folder.resolve(LammpsDeck.restart(stage)),
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Name of the log of a stage. */
  static String log(MeltStage stage) {
    return stage + ".log";
  }

  private void report(
      Consumer<MeltProgress> progress, MeltStage stage, long step, OptionalDouble temperature) {
    progress.accept(new MeltProgress(id, stage, step, steps(), temperature));
  }

  private void write(String name, String text) throws IOException {
    AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }
}
