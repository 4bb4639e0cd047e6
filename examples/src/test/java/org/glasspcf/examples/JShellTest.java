package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        Stream.ofNullable(System.getenv("JAVA25_HOME"))
            .filter(home -> !home.isEmpty())
            .map(Path::of));
  }

  private static Matcher readme(Pattern pattern) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(README));
    assertTrue(matcher.find(), "README.md has " + pattern);
    return matcher;
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void helpers_printWhatTheReadmeShowsAndDraw(Path jdk) throws Exception {
    Matcher session = readme(SESSION);
    Path file = folder.resolve("bo.png");
    String picture = "picture(predict(\"57SiO2-23.5B2O3-19.5Na2O\", \"B-O\"), \"%s\")";
    List<String> printed =
        run(
            jdk,
            StandardCharsets.UTF_8,
            session.group(1),
            "show(predict(\"SiO2\", \"Si-Si\"))",
            picture.formatted(file.toString().replace("\\", "\\\\")));

    assertEquals(session.group(2), printed.get(0));

    String pairWithoutBonds = printed.get(1);
    assertTrue(pairWithoutBonds.contains("first peak"), pairWithoutBonds);
    assertFalse(pairWithoutBonds.contains("bond length"), pairWithoutBonds);
    assertFalse(pairWithoutBonds.contains("in brackets"), pairWithoutBonds);
    String domain = "training domain      inside, nearest SiO2 (0.0 mol% away)\n";
    assertTrue(pairWithoutBonds.endsWith(domain), pairWithoutBonds);

    assertEquals("saved " + file + "\n", printed.get(2));
    BufferedImage drawn = ImageIO.read(file.toFile());
    assertTrue(drawn.getWidth() >= 800, drawn + " must be a picture of one panel");
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void show_terminalWithoutUnicode_printsAscii(Path jdk) throws Exception {
    String typed = readme(SESSION).group(1);
    String shown = run(jdk, StandardCharsets.US_ASCII, typed).get(0);
    assertTrue(shown.contains("10  r (Angstrom)\n"), shown);
    assertTrue(shown.contains(" :':\n"), shown);
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(shown), shown);
  }

  /** What each line prints, after the help that the script prints. Nothing goes to stderr. */
  private static List<String> run(Path jdk, Charset charset, String... typed) throws Exception {
    Path script = Path.of("..").resolve(readme(START).group(2));
    // On its first run ever a JDK would tell that it made this folder.
    Files.createDirectories(folder.resolve(".java/.userPrefs"));
    List<String> command = new ArrayList<>();
    command.add(jdk.resolve("bin/jshell").toString());
    command.addAll(List.of("--class-path", System.getProperty("java.class.path")));
    command.add("-J-Djava.util.prefs.userRoot=" + folder);
    command.add("-R-Djava.awt.headless=true");
    for (String jvm : List.of("-J", "-R")) {
      command.add(jvm + "-Dfile.encoding=" + charset);
      command.add(jvm + "-Dstdout.encoding=" + charset);
    }
    // With a hyphen it reads what is typed without prompts.
    command.addAll(List.of(script.toString(), "-"));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    String between = "\nSystem.out.println(\"---\")\n";
    Path in = Files.writeString(folder.resolve("in"), String.join(between, typed) + "\n");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // A JVM tells on stderr that it heeds these.
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")
        .forEach(builder.environment()::remove);
    Process shell = builder.start();
    boolean ended = shell.waitFor(2, TimeUnit.MINUTES);
    shell.destroyForcibly();
    String printed = Files.readString(out).replace(System.lineSeparator(), "\n");
    assertTrue(ended, "must end, printed " + printed);
    assertEquals("", Files.readString(err));
    assertEquals(0, shell.exitValue(), printed);
    String help = "takes another model.\n";
    List<String> parts = List.of(printed.split(help + "|---\n"));
    assertEquals(typed.length + 1, parts.size(), printed);
    return parts.subList(1, parts.size());
  }
}
