package org.glasspcf.examples.melt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.glasspcf.core.Element;
import org.glasspcf.core.ElementPair;
import org.glasspcf.core.GlassComposition;
import org.glasspcf.core.dataset.GlassDataset;
import org.glasspcf.core.dataset.GlassSimulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole campaigns, with scripts in place of PACKMOL and LAMMPS. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class MeltCampaignTest {
  private static final GlassComposition SILICA = GlassComposition.parse("SiO2");
  private static final MeltQuenchProtocol PROTOCOL = MeltQuenchProtocol.defaults();

  @TempDir Path folder;
  private FakePrograms fakes;
  private Path out;
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private final MeltListener listener =
      new MeltListener() {
        @Override
        public void onProgress(MeltProgress progress) {
          assertTrue(progress.step() <= progress.steps(), progress::toString);
        }

        @Override
        public void onFinished(String id, String result) {
          heard.add(id + " finished " + result);
        }

        @Override
        public void onSkipped(String id) {
          heard.add(id + " skipped");
        }

        @Override
        public void onFailed(String id, String reason) {
          heard.add(id + " failed");
        }
      };

  @BeforeEach
  void fakes() throws IOException {
    fakes = FakePrograms.in(folder.resolve("bin"));
    out = folder.resolve("data");
  }

  private MeltCampaign campaign(int melts, MeltQuenchProtocol protocol) {
    return MeltCampaign.of(out, List.of(SILICA), protocol, melts, 1000, listener, fakes.programs());
  }

  private String failure(MeltCampaign campaign) {
    return assertThrows(MeltQuenchException.class, () -> campaign.run(1)).getMessage();
  }

  private List<String> names(String sub) throws IOException {
    try (Stream<Path> files = Files.list(out.resolve(sub))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void run_addsEveryMeltToTheDataSet() throws Exception {
    GlassDataset dataset = campaign(2, PROTOCOL).run(1);
    assertEquals(
        List.of(
            "sio2-s1 finished 2.2579 g/cm³, neighbors Si-O 4.00",
            "sio2-s2 finished 2.2579 g/cm³, neighbors Si-O 4.00"),
        heard);
    GlassSimulation melt = dataset.simulations().get(1);
    assertEquals("sio2-s2", melt.id());
    assertEquals(SILICA, melt.composition());
    assertEquals(OptionalLong.of(16838), melt.seed());
    assertEquals("lammps", melt.engine());
    assertEquals(500, melt.atomCount(Element.Si));
    // 28.06³ Å³, and 500·60.0835 g/mol over Avogadro's constant in it.
    assertEquals(OptionalDouble.of(22093.4226), round(melt.volume(), 4));
    assertEquals(OptionalDouble.of(2.25793), melt.density());
    assertEquals(29, melt.curve(ElementPair.of("Si", "O")).orElseThrow().maximum(), 3);
    assertEquals(
        List.of(
            "final.data.gz",
            "in.lmp.gz",
            "melt.txt",
            "pairs.json",
            "pot.table.gz",
            "rdf.out.gz",
            "start.data.gz",
            "traj.dump.gz"),
        names("raw/sio2-s2"));
    assertEquals(
        "{\"pairs\": [\"Si-Si\", \"Si-O\", \"O-O\"]}\n",
        Files.readString(out.resolve("raw/sio2-s2/pairs.json")));
    assertEquals(List.of(".lock"), names("work"));
  }

  private static OptionalDouble round(OptionalDouble value, int decimals) {
    double scale = Math.pow(10, decimals);
    return OptionalDouble.of(Math.rint(value.orElseThrow() * scale) / scale);
  }

  @Test
  void run_manyAtOnce_givesTheSameDataSet() throws Exception {
    String serial = campaign(4, PROTOCOL).run(1).sha256();
    out = folder.resolve("other");
    assertEquals(serial, campaign(4, PROTOCOL).run(3).sha256());
  }

  @Test
  void run_again_makesOnlyWhatIsMissing() throws Exception {
    campaign(1, PROTOCOL).run(1);
    String before = fakes.stages();
    campaign(2, PROTOCOL).run(1);
    assertEquals("sio2-s1 skipped", heard.get(1));
    assertEquals(before + " " + before, fakes.stages());
    assertEquals(2, GlassDataset.read(out).simulations().size());
  }

  @Test
  void run_afterAFailedStage_goesOnWithIt() throws Exception {
    fakes.fault("[ $stage != relax ] || { echo 'ERROR: no luck' > $log; exit 1; }");
    String message = failure(campaign(1, PROTOCOL));
    assertTrue(message.startsWith("1 of 1 melts failed: lmp failed with exit code 1"), message);
    assertTrue(message.endsWith("ERROR: no luck"), message);
    assertEquals(List.of("sio2-s1 failed"), heard);
    assertFalse(Files.exists(out.resolve("glasses.csv")));
    assertEquals("melt quench relax", fakes.stages());
    fakes.fault("");
    campaign(1, PROTOCOL).run(1);
    assertEquals("melt quench relax relax production", fakes.stages());
  }

  @Test
  void run_killedBeforeItWasListed_isListedWithoutAnotherSimulation() throws Exception {
    fakes.fault("[ $stage != production ] || temperature=9999");
    failure(campaign(1, PROTOCOL));
    assertEquals("melt quench relax production", fakes.stages());
    Path log = out.resolve("work/sio2-s1/production.log");
    Files.writeString(log, Files.readString(log).replace("9999", "300"));
    campaign(1, PROTOCOL).run(1);
    assertEquals("melt quench relax production", fakes.stages());
    assertEquals(1, GlassDataset.read(out).simulations().size());
  }

  @Test
  void run_oneMeltFails_othersAreMade() throws Exception {
    fakes.fault("[ $(basename $PWD) != sio2-s1 ] || exit 3");
    String message = failure(campaign(3, PROTOCOL));
    assertTrue(message.startsWith("1 of 3 melts failed: lmp failed with exit code 3"), message);
    assertEquals(
        List.of("sio2-s2", "sio2-s3"),
        GlassDataset.read(out).simulations().stream().map(GlassSimulation::id).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "atoms=1499; 1499 atoms are left of 1500",
        "temperature=400; the mean temperature is 400.0 K instead of 300.0 K within 10 %",
        "temperature=nan; has no finite temperature, pressure and energy",
        "pressure=-20000; the mean pressure is -20000 bar instead of 0 within 10000 bar",
        "edge=35; the density is 0.52 of that of the molar volumes",
        "edge=25; the density is 1.43 of that of the molar volumes",
        "[ $stage != production ] || awk 'NF == 8 { $6 *= 1.25 } 1' $here/rdf.out > $here/new"
            + " && mv $here/new $here/rdf.out;"
            + " Si has 4.99 O within 2.1 Å instead of 3.9 to 4.1"
      })
  void run_unsoundGlass_isRefusedAndKept(String fault, String words) throws Exception {
    fakes.fault(fault);
    String message = failure(campaign(1, PROTOCOL));
    assertTrue(message.contains("sio2-s1 is no sound glass: "), message);
    assertTrue(message.contains(words), message);
    assertTrue(message.endsWith("its files stay in " + out.resolve("work/sio2-s1")), message);
    assertFalse(Files.exists(out.resolve("glasses.csv")));
    assertTrue(Files.exists(out.resolve("work/sio2-s1/rdf.out")));
  }

  @Test
  void run_withOtherSettings_isRefused() throws Exception {
    fakes.fault("exit 1");
    failure(campaign(1, PROTOCOL));
    String begun = failure(campaign(1, PROTOCOL.withQuenchRate(10)));
    assertTrue(begun.contains("quench rate (K/ps) 40, and now it is 10"), begun);
    fakes.fault("");
    campaign(1, PROTOCOL).run(1);
    String finished = failure(campaign(1, PROTOCOL.withQuenchRate(10)));
    assertTrue(
        finished.startsWith(out.resolve("raw/sio2-s1/melt.txt") + ": this melt was begun with"),
        finished);
  }

  @Test
  void run_intoADataSetOfOtherOrigin_isRefused() throws Exception {
    campaign(1, PROTOCOL).run(1);
    Files.delete(out.resolve("raw/sio2-s1/melt.txt"));
    assertTrue(failure(campaign(1, PROTOCOL)).contains("but not by this workflow"));
    Files.writeString(out.resolve("split.csv"), "id,part\nsio2-s1,train\n");
    MeltCampaign more = campaign(2, PROTOCOL);
    String message = assertThrows(IllegalArgumentException.class, () -> more.run(1)).getMessage();
    assertTrue(message.contains("must not have a split.csv"), message);
  }

  @Test
  void run_whileAnotherProcessSimulates_isRefused() throws Exception {
    Path lock = Files.createDirectories(out.resolve("work")).resolve(".lock");
    try (FileChannel channel =
            FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var held = channel.lock()) {
      assertEquals(
          "another campaign simulates in " + out + " at this time", failure(campaign(1, PROTOCOL)));
    }
  }

  @Test
  void run_interrupted_endsTheProgramsAndGoesOnLater() throws Exception {
    fakes.fault("[ $stage != quench ] || { touch $here/sleeping; exec sleep 100; }");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    MeltCampaign campaign = campaign(2, PROTOCOL);
    Thread runner =
        new Thread(
            () -> {
              try {
                campaign.run(2);
              } catch (InterruptedException | IOException | RuntimeException e) {
                thrown.set(e);
              }
            });
    runner.start();
    while (!Files.exists(folder.resolve("bin/sleeping"))) {
      Thread.sleep(10);
    }
    runner.interrupt();
    runner.join();
    assertEquals(InterruptedException.class, thrown.get().getClass(), String.valueOf(thrown));
    fakes.fault("");
    campaign(2, PROTOCOL).run(2);
    assertEquals(2, GlassDataset.read(out).simulations().size());
  }

  @Test
  void of_boxTooSmallForTheCurves_saysHowManyAtoms() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> campaign(1, PROTOCOL.withAtoms(300)))
            .getMessage();
    assertEquals(
        "g(r) up to 10 Å needs a box of 20.5 Å, but 300 atoms of SiO2 make one of 16.5 Å: take 580"
            + " atoms or more",
        message);
  }

  @Test
  void of_badCounts_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> campaign(0, PROTOCOL));
    MeltCampaign one = campaign(1, PROTOCOL);
    assertThrows(IllegalArgumentException.class, () -> one.run(0));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MeltCampaign.of(
                        out, List.of(SILICA), PROTOCOL, 1, -1, listener, fakes.programs()))
            .getMessage();
    assertTrue(message.contains("seeds from 0 to 900000000"), message);
  }

  @Test
  void ids_comeMeltByMelt() {
    MeltCampaign campaign =
        MeltCampaign.of(
            out,
            List.of(SILICA, GlassComposition.parse("90SiO2-10BaO"), SILICA),
            PROTOCOL,
            2,
            1000,
            listener,
            fakes.programs());
    assertEquals(List.of("sio2-s1", "sio2-bao-10-s1", "sio2-s2", "sio2-bao-10-s2"), campaign.ids());
  }
}
