package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs {@code jshell/glass-pcf.jsh} in the JShell of this JDK, and of the one that the environment
 * variable JAVA25_HOME names, as README.md says.
 */
class JShellTest {
  private static final Path README = Path.of("README.md");

  /** The line that starts it: class path, script. */
  private static final Pattern START = Pattern.compile("(?m)^jshell --class-path (\\S+) (\\S+)$");

  /** What is typed, and what it prints. */
  private static final Pattern SESSION =
      Pattern.compile("```\njshell> (show[^\n]*)\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;

  static Stream<Path> jdks() {
    return Stream.concat(
        Stream.of(Path.of(System.getProperty("java.home"))),
        Optional.ofNullable(System.getenv("JAVA25_HOME")).map(Path::of).stream());
  }

  private static Matcher readme(Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(README));
    assertTrue(matcher.find(), "README.md has " + pattern);
    return matcher;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void show_printsWhatTheReadmeShows(Path jdk) throws Exception {
    Matcher session = readme(SESSION);
    assertEquals(session.group(2), run(jdk, StandardCharsets.UTF_8.name(), session.group(1)));
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void show_terminalWithoutUnicode_printsAscii(Path jdk) throws Exception {
    String shown = run(jdk, StandardCharsets.US_ASCII.name(), readme(SESSION).group(1));
    assertTrue(shown.contains("10  r (Angstrom)"), shown);
    assertTrue(shown.contains(":"), shown);
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(shown), shown);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void show_pairWithoutBondLength_printsThePeakOnly(Path jdk) throws Exception {
    String shown = run(jdk, StandardCharsets.UTF_8.name(), "show(predict(\"SiO2\", \"Si-Si\"))");
    assertTrue(shown.contains("first peak"), shown);
    assertTrue(!shown.contains("bond length") && !shown.contains("in brackets"), shown);
    assertTrue(shown.contains("training domain      inside, nearest SiO2 (0.0 mol% away)"), shown);
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void picture_isWritten(Path jdk) throws Exception {
    Path file = folder.resolve("bo.png");
    String typed = "picture(predict(\"57SiO2-23.5B2O3-19.5Na2O\", \"B-O\"), \"" + file + "\")";
    assertEquals(
        "saved " + file + "\n",
        run(jdk, StandardCharsets.UTF_8.name(), typed.replace("\\", "\\\\")));
    BufferedImage picture = ImageIO.read(file.toFile());
    assertTrue(picture.getWidth() >= 800, picture + " must be a picture of one panel");
  }

  /** What a line prints, after the help that the script prints. Nothing goes to stderr. */
  private static String run(Path jdk, String charset, String typed) throws Exception {
    Path script = Path.of("..").resolve(readme(START).group(2));
    // On its first run ever a JDK would tell that it made this folder.
    Files.createDirectories(folder.resolve(".java/.userPrefs"));
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/jshell").toString());
    command.addAll(List.of("-s", "--class-path", System.getProperty("java.class.path")));
    command.add("-J-Djava.util.prefs.userRoot=" + folder);
    command.add("-R-Djava.awt.headless=true");
    for (String jvm : List.of("-J", "-R")) {
      command.add(jvm + "-Dfile.encoding=" + charset);
      command.add(jvm + "-Dstdout.encoding=" + charset);
    }
    command.add(script.toString());
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Path in = Files.writeString(folder.resolve("in"), typed + "\n/exit\n");
    Process shell =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
    shell.destroyForcibly();
    String printed = Files.readString(out).replace(System.lineSeparator(), "\n");
    assertTrue(ended, "must end, printed " + printed);
    assertEquals("", Files.readString(err));
    assertEquals(0, shell.exitValue(), printed);
    // Prompts, which older JDKs follow with a blank and a backspace.
    String plain = printed.replaceAll("(?m)^-> ?( \b)?", "");
    String help = "takes another model.\n";
    assertTrue(plain.contains(help), printed);
    return plain.substring(plain.indexOf(help) + help.length());
  }
}
