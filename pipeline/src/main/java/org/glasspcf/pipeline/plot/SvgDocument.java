package org.glasspcf.pipeline.plot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The elements of one SVG picture, in the order of painting. Neighbors of one style share a group,
 * shapes that come again are written once, and long rows of equal dots are markers of one line.
 *
 * <p>The names in it begin with a hash of the picture, so that several pictures can stand in one
 * page; no date and no random number enters.
 */
final class SvgDocument {
  private static final int SHORT_PATH = 60;
  private static final int FEW_DOTS = 12;

  /** Stands for the hash until it is known. */
  private static final String PREFIX = "\u0001";

  private final List<Element> elements = new ArrayList<>();
  private final Map<String, String> clips = new LinkedHashMap<>();

  /**
   * Something painted.
   *
   * @param style attributes of the group that it belongs to
   */
  private record Element(String style, Content content) {}

  private sealed interface Content permits Raw, Outline, Dot {}

  /** A finished element. */
  private record Raw(String xml) implements Content {}

  /** A path that was moved to its place. */
  private record Outline(String path, String x, String y) implements Content {}

  private record Dot(double x, double y, double radius, String fill) implements Content {}

  void add(String style, String xml) {
    elements.add(new Element(style, new Raw(xml)));
  }

  /** A path, whose origin is put at a place. */
  void addPath(String style, String path, double x, double y) {
    elements.add(new Element(style, new Outline(path, SvgPath.number(x), SvgPath.number(y))));
  }

  /** A filled circle. */
  void addDot(String style, double x, double y, double radius) {
    elements.add(new Element(style, new Dot(x, y, radius, style)));
  }

  /** The attribute that clips a group to a path. */
  String clip(String path) {
    String name = clips.computeIfAbsent(path, p -> PREFIX + "c" + clips.size());
    return " clip-path=\"url(#" + name + ")\"";
  }

  /** The whole picture. */
  String toXml(String title, double width, double height, double scale) {
    Map<String, Integer> uses = new LinkedHashMap<>();
    for (Element element : elements) {
      if (element.content() instanceof Outline outline && outline.path().length() > SHORT_PATH) {
        uses.merge(outline.path(), 1, Integer::sum);
      }
    }
    Map<String, String> names = new LinkedHashMap<>();
    StringBuilder defs = new StringBuilder();
    clips.forEach(
        (path, name) ->
            defs.append("<clipPath id=\"")
                .append(name)
                .append("\"><path d=\"")
                .append(path)
                .append("\"/></clipPath>\n"));
    uses.forEach(
        (path, count) -> {
          if (count > 1) {
            String name = PREFIX + "p" + names.size();
            names.put(path, name);
            defs.append("<path id=\"").append(name).append("\" d=\"").append(path).append("\"/>\n");
          }
        });
    StringBuilder body = new StringBuilder();
    int markers = 0;
    for (int i = 0; i < elements.size(); ) {
      int end = i + 1;
      while (end < elements.size() && elements.get(end).style().equals(elements.get(i).style())) {
        end++;
      }
      body.append("<g").append(elements.get(i).style()).append(">\n");
      for (int k = i; k < end; ) {
        int dots = dots(k, end);
        if (dots > FEW_DOTS) {
          String name = PREFIX + "m" + markers++;
          Dot first = (Dot) elements.get(k).content();
          defs.append(marker(name, first));
          body.append(row(name, k, dots));
          k += dots;
        } else {
          body.append(xml(elements.get(k).content(), names));
          k++;
        }
      }
      body.append("</g>\n");
      i = end;
    }
    String inner = (defs.isEmpty() ? "" : "<defs>\n" + defs + "</defs>\n") + body;
    String name = "f" + hash(title + inner);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + SvgPath.number(width * scale)
        + "\" height=\""
        + SvgPath.number(height * scale)
        + "\" viewBox=\"0 0 "
        + SvgPath.number(width)
        + " "
        + SvgPath.number(height)
        + "\" role=\"img\" aria-labelledby=\""
        + name
        + "t\">\n<title id=\""
        + name
        + "t\">"
        + escape(title)
        + "</title>\n"
        + inner.replace(PREFIX, name)
        + "</svg>\n";
  }

  /** How many equal dots follow each other from here. */
  private int dots(int from, int end) {
    if (!(elements.get(from).content() instanceof Dot first)) {
      return 0;
    }
    int k = from + 1;
    while (k < end
        && elements.get(k).content() instanceof Dot dot
        && dot.radius() == first.radius()) {
      k++;
    }
    return k - from;
  }

  private static String marker(String name, Dot dot) {
    String radius = SvgPath.number(dot.radius());
    return "<marker id=\""
        + name
        + "\" markerUnits=\"userSpaceOnUse\" overflow=\"visible\"><circle r=\""
        + radius
        + "\""
        + withoutClip(dot.fill())
        + "/></marker>\n";
  }

  private static String withoutClip(String style) {
    int clip = style.indexOf(" clip-path=");
    return clip < 0 ? style : style.substring(0, clip);
  }

  /** A line that nobody sees, with a dot at each of its points. */
  private String row(String marker, int from, int dots) {
    StringBuilder out = new StringBuilder("<polyline fill=\"none\"");
    for (String place : List.of("start", "mid", "end")) {
      out.append(" marker-").append(place).append("=\"url(#").append(marker).append(")\"");
    }
    out.append(" points=\"");
    for (int k = from; k < from + dots; k++) {
      Dot dot = (Dot) elements.get(k).content();
      out.append(k > from ? " " : "")
          .append(SvgPath.number(dot.x()))
          .append(',')
          .append(SvgPath.number(dot.y()));
    }
    return out.append("\"/>\n").toString();
  }

  private static String xml(Content content, Map<String, String> names) {
    if (content instanceof Raw raw) {
      return raw.xml() + "\n";
    }
    if (content instanceof Dot dot) {
      return "<circle cx=\""
          + SvgPath.number(dot.x())
          + "\" cy=\""
          + SvgPath.number(dot.y())
          + "\" r=\""
          + SvgPath.number(dot.radius())
          + "\"/>\n";
    }
    Outline outline = (Outline) content;
    boolean moved = !outline.x().equals("0") || !outline.y().equals("0");
    if (names.containsKey(outline.path())) {
      return "<use href=\"#"
          + names.get(outline.path())
          + (moved ? "\" x=\"" + outline.x() + "\" y=\"" + outline.y() : "")
          + "\"/>\n";
    }
    return "<path d=\""
        + outline.path()
        + (moved ? "\" transform=\"translate(" + outline.x() + " " + outline.y() + ")" : "")
        + "\"/>\n";
  }

  /** A text that XML takes as it is meant. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
              }
            });
    return out.toString();
  }

  private static boolean allowed(int c) {
    return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)
        || c == '\t'
        || c == '\n';
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the Java runtime must have SHA-256", e);
    }
  }
}
