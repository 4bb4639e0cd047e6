package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Markdown files point to exists: files, headings, classes and their methods. */
class DocumentationTest {
  private static final Pattern FENCED =
      Pattern.compile("^ *```.*?^ *```", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
  private static final Pattern TAG_LINK = Pattern.compile("(?:src|srcset|href)=\"([^\"]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern MEMBER =
      Pattern.compile("`([A-Z]\\w+)\\.(?!java`)([a-z]\\w*)(?:\\([^`]*)?`");

  private static final Pattern COMMENT = Pattern.compile("(?s:/\\*.*?\\*/)|//[^\n]*");

  /** Classes of other projects that the documentation names with a method. */
  private static final Set<String> OTHERS = Set.of("InterRDF");

  @Test
  void links_leadToFilesAndHeadings() throws IOException {
    List<String> broken = new ArrayList<>();
    int local = 0;
    for (Path file : RepositoryFiles.markdown()) {
      String text = FENCED.matcher(Files.readString(file)).replaceAll("");
      for (Pattern pattern : List.of(LINK, TAG_LINK)) {
        Matcher link = pattern.matcher(text);
        while (link.find()) {
          String target = link.group(1);
          boolean isLocal = !target.matches("[a-z]+:.*");
          local += isLocal ? 1 : 0;
          if (isLocal && !leadsSomewhere(file, target)) {
            broken.add(RepositoryFiles.inside(file) + ": " + target);
          }
        }
      }
    }
    assertEquals(List.of(), broken, "broken links");
    assertTrue(local > 50, "links found: " + local);
  }

  private static boolean leadsSomewhere(Path from, String target) throws IOException {
    String[] parts = target.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? from
            : from.resolveSibling(URLDecoder.decode(parts[0], StandardCharsets.UTF_8));
    if (!Files.exists(file)) {
      return false;
    }
    return parts.length == 1 || anchors(file).contains(parts[1]);
  }

  /** The anchors that hosts of repositories give to headings. */
  private static Set<String> anchors(Path file) throws IOException {
    Set<String> anchors = new HashSet<>();
    Matcher heading = HEADING.matcher(FENCED.matcher(Files.readString(file)).replaceAll(""));
    while (heading.find()) {
      anchors.add(
          heading
              .group(1)
              .strip()
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-'));
    }
    return anchors;
  }

  @Test
  void members_existInTheClassNamed() throws IOException {
    Path changes = RepositoryFiles.ROOT.resolve("CHANGELOG.md"); // names what is no more
    Map<String, String> sources = new HashMap<>();
    for (Path source : RepositoryFiles.sources()) {
      String name = source.getFileName().toString().replace(".java", "");
      sources.merge(
          name, COMMENT.matcher(Files.readString(source)).replaceAll(" "), String::concat);
    }
    List<String> unknown = new ArrayList<>();
    int members = 0;
    for (Path file : RepositoryFiles.markdown()) {
      if (file.equals(changes)) {
        continue;
      }
      Matcher member = MEMBER.matcher(FENCED.matcher(Files.readString(file)).replaceAll(""));
      while (member.find()) {
        members++;
        String source = sources.getOrDefault(member.group(1), "");
        boolean exists =
            Pattern.compile("\\b" + member.group(2) + "\\b").matcher(source).find()
                || OTHERS.contains(member.group(1));
        if (!exists) {
          unknown.add(RepositoryFiles.inside(file) + ": " + member.group());
        }
      }
    }
    assertEquals(List.of(), unknown, "members that don't exist");
    assertTrue(members > 20, "members found: " + members);
  }

  @Test
  void architecturePicture_showsEveryPackage() throws IOException {
    String picture =
        Files.readString(
            RepositoryFiles.ROOT.resolve("pipeline/src/main/javadoc/doc-files/architecture.svg"));
    List<String> missing = new ArrayList<>();
    for (Path source : RepositoryFiles.mainSources()) {
      String name = source.getParent().getFileName().toString();
      if (source.endsWith("package-info.java") && !picture.contains(">" + name + "<")) {
        missing.add(name);
      }
    }
    assertEquals(List.of(), missing, "packages that the picture does not show");
  }
}
