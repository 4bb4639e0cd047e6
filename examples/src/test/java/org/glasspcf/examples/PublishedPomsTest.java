package org.glasspcf.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What Maven Central asks of a POM, and that the BOM names every artifact that is published. */
class PublishedPomsTest {
  private static final Path ROOT = Path.of("..");
  private static final Path BOM = Path.of("pipeline/bom");

  /** What a POM without a parent must say; modules inherit it. */
  private static final List<String> INHERITED =
      List.of(
          "url",
          "inceptionYear",
          "organization/name",
          "organization/url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "developers/developer/organization",
          "developers/developer/organizationUrl",
          "scm/connection",
          "scm/developerConnection",
          "scm/url");

  private static Element pom(Path folder) throws Exception {
    Path file = ROOT.resolve(folder).resolve("pom.xml");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String path) {
    List<Element> found = List.of(parent);
    for (String name : path.split("/")) {
      found =
          found.stream()
              .flatMap(
                  element ->
                      IntStream.range(0, element.getChildNodes().getLength())
                          .mapToObj(element.getChildNodes()::item))
              .filter(node -> node.getNodeName().equals(name))
              .map(Element.class::cast)
              .toList();
    }
    return found;
  }

  private static String text(Element parent, String path) {
    return children(parent, path).stream().findFirst().map(Node::getTextContent).orElse("");
  }

  /** Folders of all modules that are published, the root first. */
  private static List<Path> published() throws Exception {
    List<Path> folders = new ArrayList<>(List.of(Path.of("")));
    for (Element module : children(pom(Path.of("")), "modules/module")) {
      Path folder = Path.of(module.getTextContent());
      if (!text(pom(folder), "properties/maven.deploy.skip").equals("true")) {
        folders.add(folder);
      }
    }
    return folders;
  }

  private static String artifact(String id, String type, String classifier) {
    return id
        + ":"
        + (type.isEmpty() ? "jar" : type)
        + (classifier.isEmpty() ? "" : ":" + classifier);
  }

  @Test
  void examples_areNotPublished() throws Exception {
    assertFalse(published().contains(Path.of("examples")));
    assertTrue(published().contains(Path.of("core")));
  }

  @Test
  void poms_sayWhatMavenCentralAsks() throws Exception {
    TreeSet<String> names = new TreeSet<>();
    for (Path folder : published()) {
      Element pom = pom(folder);
      names.add(text(pom, "name"));
      assertFalse(text(pom, "description").isBlank(), folder + " needs a description");
      if (text(pom, "parent/artifactId").isEmpty()) {
        for (String path : INHERITED) {
          assertFalse(text(pom, path).isBlank(), folder + " needs " + path);
        }
      } else {
        assertEquals("glass-pcf-parent", text(pom, "parent/artifactId"));
      }
    }
    assertEquals(published().size(), names.size(), "each has its own name: " + names);
  }

  @Test
  void bom_managesEveryPublishedArtifactAndNothingElse() throws Exception {
    TreeSet<String> expected = new TreeSet<>();
    expected.add(artifact("glass-pcf-core", "jar", "data"));
    for (Path folder : published()) {
      if (!folder.equals(Path.of("")) && !folder.equals(BOM)) {
        Element pom = pom(folder);
        expected.add(artifact(text(pom, "artifactId"), text(pom, "packaging"), ""));
      }
    }
    TreeSet<String> managed = new TreeSet<>();
    for (Element managedHere : children(pom(BOM), "dependencyManagement/dependencies/dependency")) {
      assertEquals("org.glasspcf", text(managedHere, "groupId"));
      assertEquals("${project.version}", text(managedHere, "version"));
      managed.add(
          artifact(
              text(managedHere, "artifactId"),
              text(managedHere, "type"),
              text(managedHere, "classifier")));
    }
    assertEquals(expected, managed);
  }

  @Test
  void bom_withoutParent_repeatsWhatTheRootSays() throws Exception {
    Element root = pom(Path.of(""));
    Element bom = pom(BOM);
    assertEquals("", text(bom, "parent"));
    assertEquals(text(root, "version"), text(bom, "version"));
    for (String path : INHERITED) {
      assertEquals(text(root, path), text(bom, path), path);
    }
    for (String where : List.of("build/pluginManagement/plugins/plugin", "build/plugins/plugin")) {
      for (Element plugin : children(bom, where)) {
        String property = text(plugin, "artifactId").replaceAll("^maven-|-maven", "") + ".version";
        assertEquals(text(root, "properties/" + property), text(plugin, "version"), property);
      }
    }
  }
}
