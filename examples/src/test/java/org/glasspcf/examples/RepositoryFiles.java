package org.glasspcf.examples;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository that tests read, without what a build makes. */
final class RepositoryFiles {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Set<String> MADE = Set.of("target", "node_modules");

  private RepositoryFiles() {}

  /** All Markdown files. */
  static List<Path> markdown() throws IOException {
    return ending(".md");
  }

  /** All Java sources that are not tests, and the pages beside them. */
  static List<Path> mainSources() throws IOException {
    List<Path> sources = new ArrayList<>(ending(".java"));
    sources.addAll(ending(".html"));
    sources.removeIf(file -> !inside(file).contains("src/main/"));
    return sources;
  }

  /** All Java sources. */
  static List<Path> sources() throws IOException {
    return ending(".java");
  }

  /** The path from the root, with slashes. */
  static String inside(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static List<Path> ending(String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean skipped = !folder.equals(ROOT) && (MADE.contains(name) || name.startsWith("."));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(suffix)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    found.sort(null);
    return found;
  }
}
