package org.glasspcf.examples.melt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.glasspcf.core.Element;

/**
 * LAMMPS's commands for a melt: those of the bundled data set. One deck a stage, each of which
 * begins with the state that the last one left, so that an interrupted melt goes on there; or all
 * stages in one deck, which does the same in one run.
 */
final class LammpsDeck {
  static final String START = "start.data";
  static final String TABLE = "pot.table";
  static final String RDF = "rdf.out";
  static final String TRAJECTORY = "traj.dump";
  static final String FINAL = "final.data";

  /** Bins of g(r), up to {@link #RDF_CUTOFF}. */
  static final int RDF_BINS = 500;

  /** End of g(r) (Å). */
  static final double RDF_CUTOFF = 10;

  private static final int OVERLAP_STEPS = 2000;
  private static final int THERMO_STEPS = 500;
  private static final int FRAMES = 10;
  private static final int RDF_STEPS = 50;

  private final MeltQuenchProtocol protocol;
  private final List<Element> types;
  private final int seed;

  private LammpsDeck(MeltQuenchProtocol protocol, List<Element> types, int seed) {
    this.protocol = protocol;
    this.types = types;
    this.seed = seed;
  }

  /**
   * The deck of a melt.
   *
   * @param protocol how to melt and quench
   * @param types its elements in the order of LAMMPS's types
   * @param seed seed of velocities and noise, above 0
   */
  static LammpsDeck of(MeltQuenchProtocol protocol, List<Element> types, int seed) {
    return new LammpsDeck(protocol, List.copyOf(types), seed);
  }

  /** Name of the state that a stage leaves. */
  static String restart(MeltStage stage) {
    return stage + ".restart";
  }

  /** Name of that state while it is written. */
  static String unfinished(MeltStage stage) {
    return restart(stage) + ".part";
  }

  /** All stages in one deck. */
  String whole() {
    List<String> lines = header("read_data " + START);
    melt(lines);
    lines.add(timestep(MeltQuenchProtocol.STEP));
    lines.add("unfix 1");
    quench(lines);
    lines.add("unfix 1");
    relax(lines);
    lines.add("unfix vav");
    lines.add("unfix 1");
    produce(lines);
    return text(lines);
  }

  /** One stage, not {@link MeltStage#PACK}, as a deck of its own. */
  String of(MeltStage stage) {
    List<String> lines = new ArrayList<>();
    switch (stage) {
      case MELT -> {
        lines.addAll(header("read_data " + START));
        melt(lines);
      }
      case QUENCH -> {
        lines.addAll(resumed(MeltStage.MELT));
        quench(lines);
      }
      case RELAX -> {
        lines.addAll(resumed(MeltStage.QUENCH));
        relax(lines);
        lines.add("unfix vav");
      }
      case PRODUCTION -> {
        lines.addAll(resumed(MeltStage.RELAX));
        produce(lines);
        return text(lines);
      }
      default -> throw new IllegalArgumentException("LAMMPS has no part in the stage " + stage);
    }
    lines.add("unfix 1");
    lines.add("write_restart " + unfinished(stage));
    return text(lines);
  }

  /** Steps that LAMMPS makes in a stage. */
  long steps(MeltStage stage) {
    return switch (stage) {
      case PACK -> 0;
      case MELT -> OVERLAP_STEPS + protocol.meltSteps();
      case QUENCH -> protocol.quenchSteps();
      case RELAX -> protocol.relaxationSteps() + protocol.volumeSteps();
      case PRODUCTION -> protocol.settlingSteps() + protocol.productionSteps();
    };
  }

  private List<String> header(String reading) {
    List<String> lines = new ArrayList<>(List.of("units metal", "atom_style atomic"));
    lines.add("boundary p p p");
    lines.add(reading);
    lines.add("pair_style table linear 1500");
    for (int i = 0; i < types.size(); i++) {
      for (int j = i; j < types.size(); j++) {
        lines.add(
            "pair_coeff "
                + (i + 1)
                + " "
                + (j + 1)
                + " "
                + TABLE
                + " "
                + PotentialTable.section(types.get(i), types.get(j)));
      }
    }
    lines.add("neighbor 0.7 bin");
    lines.add("neigh_modify every 1 delay 4 check yes");
    lines.add("comm_modify cutoff 11.5");
    lines.add("thermo_style custom step temp press pe density vol");
    lines.add("thermo_modify line one flush yes");
    lines.add("thermo " + THERMO_STEPS);
    return lines;
  }

  private List<String> resumed(MeltStage last) {
    List<String> lines = header("read_restart " + restart(last));
    lines.add(timestep(MeltQuenchProtocol.STEP));
    return lines;
  }

  private void melt(List<String> lines) {
    String hot = Double.toString(protocol.meltTemperature());
    lines.add("min_style cg");
    lines.add("minimize 1e-5 1e-5 200 1000");
    lines.add("velocity all create " + hot + " " + seed + " dist gaussian");
    lines.add(timestep(MeltQuenchProtocol.MELT_STEP));
    lines.add("fix lim all nve/limit 0.05");
    lines.add("fix lan all langevin " + hot + " " + hot + " 0.05 " + seed);
    lines.add("run " + OVERLAP_STEPS);
    lines.add("unfix lim");
    lines.add("unfix lan");
    lines.add("fix 1 all nvt temp " + hot + " " + hot + " 0.1");
    lines.add("run " + protocol.meltSteps());
  }

  private void quench(List<String> lines) {
    String hot = Double.toString(protocol.meltTemperature());
    lines.add("fix 1 all nvt temp " + hot + " " + cold() + " 0.1");
    lines.add("run " + protocol.quenchSteps());
  }

  private void relax(List<String> lines) {
    long steps = protocol.volumeSteps();
    lines.add("fix 1 all npt temp " + cold() + " " + cold() + " 0.1 iso 1 1 1.0");
    lines.add("run " + protocol.relaxationSteps());
    lines.add("reset_timestep 0");
    lines.add("variable v equal vol");
    lines.add(String.format(Locale.ROOT, "fix vav all ave/time 10 %d %d v_v", steps / 10, steps));
    lines.add("run " + steps);
    lines.add("variable vm equal f_vav");
    lines.add("variable s equal (v_vm/vol)^(1/3)");
    lines.add("change_box all x scale $s y scale $s z scale $s remap");
  }

  private void produce(List<String> lines) {
    long steps = protocol.productionSteps();
    lines.add("fix 1 all nvt temp " + cold() + " " + cold() + " 0.1");
    lines.add("run " + protocol.settlingSteps());
    lines.add("reset_timestep 0");
    StringBuilder pairs = new StringBuilder();
    for (int i = 1; i <= types.size(); i++) {
      for (int j = i; j <= types.size(); j++) {
        pairs.append(' ').append(i).append(' ').append(j);
      }
    }
    lines.add("compute g all rdf " + RDF_BINS + pairs + " cutoff " + RDF_CUTOFF);
    lines.add(
        String.format(
            Locale.ROOT,
            "fix g all ave/time %d %d %d c_g[*] file %s mode vector",
            RDF_STEPS,
            steps / RDF_STEPS,
            steps,
            RDF));
    lines.add("dump d all custom " + steps / FRAMES + " " + TRAJECTORY + " id type element x y z");
    lines.add(
        "dump_modify d element "
            + types.stream().map(Element::symbol).collect(Collectors.joining(" "))
            + " sort id");
    lines.add("run " + steps);
    lines.add("write_data " + FINAL);
  }

  private String cold() {
    return Numbers.plain(protocol.glassTemperature());
  }

  private static String timestep(double step) {
    return "timestep " + Numbers.plain(step);
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
