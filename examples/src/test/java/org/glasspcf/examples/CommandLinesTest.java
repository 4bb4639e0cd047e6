package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/**
 * The tool understands every command line of the documentation. In a block of code a line must
 * parse as a whole; in running text, where what is required may be left out, its command and its
 * options must exist. Nothing is run.
 */
class CommandLinesTest {
  private static final Pattern BLOCK =
      Pattern.compile("^ *```(\\w*)\\n(.*?)^ *```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Set<String> SHELL = Set.of("", "sh", "bash");
  private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");
  private static final Pattern OPTION = Pattern.compile("(--?[a-z][a-z0-9-]*)(?:=.*)?");

  /** A line of a file. */
  private record Line(String origin, String text) {}

  @TestFactory
  Stream<DynamicTest> block_parses() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (Path file : RepositoryFiles.markdown()) {
      Matcher block = BLOCK.matcher(Files.readString(file));
      while (block.find()) {
        if (SHELL.contains(block.group(1))) {
          commands(block.group(2))
              .forEach(command -> lines.add(new Line(RepositoryFiles.inside(file), command)));
        }
      }
    }
    assertTrue(lines.size() > 20, "command lines found: " + lines.size());
    return lines.stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.origin() + ": " + line.text(),
                    () -> {
                      String[] words = words(line.text()).toArray(String[]::new);
                      assertDoesNotThrow(
                          () -> GlassPcf.commandLine().parseArgs(words), line.toString());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> runningText_namesWhatExists() throws IOException {
    Map<String, CommandLine> commands = GlassPcf.commandLine().getSubcommands();
    List<Line> lines = new ArrayList<>();
    for (Path file : RepositoryFiles.markdown()) {
      String text = BLOCK.matcher(Files.readString(file)).replaceAll("");
      Matcher inline = INLINE.matcher(text);
      while (inline.find()) {
        String code = inline.group(1);
        boolean isCommand = commands.containsKey(words(code).get(0)) && code.contains(" --");
        if (isCommand) {
          lines.add(new Line(RepositoryFiles.inside(file), code));
        }
        commands(code).forEach(c -> lines.add(new Line(RepositoryFiles.inside(file), c)));
      }
    }
    assertTrue(lines.size() > 5, "command lines found: " + lines.size());
    return lines.stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.origin() + ": " + line.text(), () -> assertNamesExist(line)));
  }

  private static void assertNamesExist(Line line) {
    List<String> words = words(line.text());
    CommandLine command = GlassPcf.commandLine().getSubcommands().get(words.get(0));
    assertNotNull(command, line + ": there is no such command");
    for (String word : words.subList(1, words.size())) {
      Matcher option = OPTION.matcher(word);
      if (option.matches()) {
        String name = option.group(1);
        assertTrue(
            command.getCommandSpec().optionsMap().containsKey(name),
            line + ": there is no option " + name);
      }
    }
  }

  /** What stands behind {@code glass-pcf} or its jar in a piece of shell code. */
  private static List<String> commands(String shell) {
    List<String> found = new ArrayList<>();
    String joined = shell.replaceAll("\\\\\\n\\s*", " ");
    for (String line : joined.split("\\n")) {
      for (String part : line.split("&&|;|\\||(?<= )#")) {
        Matcher tool =
            Pattern.compile("(?:^|\\s)(?:glass-pcf|-jar \\S*glass-pcf\\.jar)\\s+(.*)")
                .matcher(part.strip());
        if (tool.find() && !tool.group(1).startsWith("<") && !tool.group(1).startsWith("…")) {
          found.add(tool.group(1).replaceAll("\\s+[12]?>.*", ""));
        }
      }
    }
    return found;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group().replaceAll("^['\"]|['\"]$", ""));
    }
    return words.isEmpty() ? List.of("") : words;
  }

  @Test
  void commands_areFoundInShellCode() {
    List<String> found =
        commands("mvn -q package && java -jar a/glass-pcf.jar predict \\\n  --csv x > y # z");
    assertEquals(
        List.of(List.of("predict", "--csv", "x")), found.stream().map(c -> words(c)).toList());
  }
}
