package org.glasspcf.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataOptionTest {
  @TempDir Path folder;

  @Test
  void lammps_optionsThatDoNotFit_areRefused() {
    ToolRun.of("evaluate", "--data=" + folder, "--lammps=" + folder)
        .assertRefused("--data and --lammps exclude each other");
    ToolRun.of("evaluate", "--elements=Si,O").assertRefused("--elements needs --lammps");
    ToolRun.of("evaluate", "--lammps=" + folder).assertRefused("glasses.csv");
  }

  @Test
  void messages_nameOptionsAndNoMethods() throws IOException {
    Files.write(folder.resolve("glasses.csv"), List.of("id,SiO2_molpct,Na2O_molpct", "m1,80,20"));
    ToolRun.of("evaluate", "--data=" + folder).assertRefused("is read by --lammps");
    Files.write(
        folder.resolve("m1.dump"),
        List.of(
            "ITEM: TIMESTEP",
            "0",
            "ITEM: NUMBER OF ATOMS",
            "1",
            "ITEM: BOX BOUNDS pp pp pp",
            "0 30",
            "0 30",
            "0 30",
            "ITEM: ATOMS id type x y z",
            "1 1 0 0 0"));
    ToolRun.of("evaluate", "--lammps=" + folder).assertRefused("types 1, 2, … with --elements");
    ToolRun.of("evaluate", "--lammps=" + folder, "--elements=Sj").assertRefused("--elements: ");
    ToolRun.of(
            "design",
            "--oxide=SiO2=0..10",
            "--oxide=B2O3=0..10",
            "--oxide=Na2O=rest",
            "--target=Si-O:bond-length=1.62")
        .assertRefused("--allow-outside ranks those outside too");
  }
}
