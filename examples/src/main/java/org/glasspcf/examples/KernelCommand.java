package org.glasspcf.examples;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.glasspcf.examples.notebook.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code glass-pcf kernel}. */
@Command(
    name = "kernel",
    description = "Tells Jupyter of the Java kernel that runs the notebooks.",
    mixinStandardHelpOptions = true,
    versionProvider = GlassPcf.Version.class)
final class KernelCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--jupyter",
      paramLabel = "<folder>",
      description =
          "Jupyter's data folder. Default: your own, as \"jupyter --data-dir\" prints it.")
  private Path folder =
      KernelSpec.dataFolder(
          System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")));

  @Option(names = "--replace", description = "Replaces another Java kernel.")
  private boolean replace;

  @Override
  public Integer call() throws IOException {
    List<String> classPath = new ArrayList<>();
    NativeLauncher.of(GlassPcf.class)
        .fastNatives()
        .ifPresent(natives -> classPath.add(natives.toAbsolutePath().resolve("*").toString()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path place = Path.of(entry).toAbsolutePath().normalize();
      if (Files.exists(place)) {
        classPath.add(place.toString());
      }
      // The tool's jar names these in its manifest, where JShell's completion does not look.
      Path libraries = place.resolveSibling("lib");
      if (Files.isDirectory(libraries)) {
        classPath.add(libraries.resolve("*").toString());
      }
    }
    Path file = KernelSpec.of(classPath).install(folder, replace);
    spec.commandLine().getOut().println("wrote " + file);
    return 0;
  }
}
