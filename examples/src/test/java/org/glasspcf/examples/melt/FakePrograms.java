package org.glasspcf.examples.melt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Shell scripts in place of PACKMOL and LAMMPS, which make silica of 1,500 atoms in no time. */
final class FakePrograms {
  /** PACKMOL: any positions in the box. */
  private static final String PACKMOL =
      """
      awk '/^structure/ { split($2, name, "."); element = name[1] }
           /number/ { for (i = 0; i < $2; i++) atoms[n++] = element }
           END { print n; print "packed"
                 for (i = 0; i < n; i++) printf "%s %.3f 1.0 1.0\\n", atoms[i], i / 100 }' > packed.xyz
      """;

  /** LAMMPS: what each stage leaves; FAULT names a file whose commands spoil it. */
  private static final String LAMMPS =
      """
      here=$(dirname "$0"); deck=$2; log=$4; stage=${deck%.lmp}
      test -f "$deck" && test -f start.data && test -f pot.table || exit 9
      echo "$stage" >> "$here/stages"
      atoms=1500; temperature=301.5; pressure=-250; edge=28.06
      if [ -f "$here/fault" ]; then . "$here/fault"; fi
      printf 'run 1000\\nStep Temp Press PotEng Density Volume\\n' > "$log"
      printf '0 %s %s -18000 2.2 22000\\n' $temperature $pressure >> "$log"
      printf '1000 %s %s -18000 2.2 22000\\n' $temperature $pressure >> "$log"
      echo 'Loop time of 1 on 1 procs' >> "$log"
      if [ "$stage" = production ]; then
        cp "$here/rdf.out" rdf.out
        echo frames > traj.dump
        printf 'LAMMPS data\\n\\n%s atoms\\n2 atom types\\n\\n' $atoms > final.data
        for axis in x y z; do echo "0 $edge ${axis}lo ${axis}hi" >> final.data; done
      else
        echo state > "$stage.restart.part"
      fi
      """;

  private final Path folder;

  private FakePrograms(Path folder) {
    this.folder = folder;
  }

  /** Scripts in a folder; their silica has the g(r) of the bundled data set's raw/sio2-s1. */
  static FakePrograms in(Path folder) throws IOException {
    Files.createDirectories(folder);
    script(folder.resolve("packmol"), PACKMOL);
    script(folder.resolve("lmp"), LAMMPS);
    try (InputStream rdf =
        new GZIPInputStream(FakePrograms.class.getResourceAsStream("sio2-s1.rdf.out.gz"))) {
      Files.copy(rdf, folder.resolve("rdf.out"));
    }
    return new FakePrograms(folder);
  }

  static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }

  MeltRun.Programs programs() {
    return new MeltRun.Programs(
        ExternalProgram.find("packmol", "packmol", folder.toString()),
        ExternalProgram.find("lmp", "lammps", folder.toString()));
  }

  /** Commands that LAMMPS runs at the begin of each stage; empty for none. */
  void fault(String commands) throws IOException {
    Files.writeString(folder.resolve("fault"), commands + "\n");
  }

  /** The stages that LAMMPS was called for, one a line. */
  String stages() throws IOException {
    Path file = folder.resolve("stages");
    return Files.exists(file) ? Files.readString(file).strip().replace("\n", " ") : "";
  }
}
