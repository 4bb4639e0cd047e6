package org.glasspcf.pipeline.report;

import java.util.Locale;
import org.glasspcf.pipeline.plot.Figure;

/**
 * A page in one file, without scripts and without anything from elsewhere: sections with texts,
 * tables and figures as SVG; light, dark, on phones and on paper.
 */
final class HtmlPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--page:#fff;--ink:#1b1f24;--soft:#59636e;--line:#d1d9e0;
      --card:#f6f8fa;--link:#0a5ca8}
      @media (prefers-color-scheme:dark){:root{--page:#0f1318;--ink:#e6edf3;--soft:#9aa7b4;
      --line:#333c46;--card:#171d24;--link:#6cb6ff}
      figure svg [fill="#ffffff"]{fill:#171d24}
      figure svg [fill="#000000"]{fill:#e6edf3}
      figure svg [stroke="#000000"]{stroke:#e6edf3}
      figure svg [stroke="#ececec"]{stroke:#2c343d}
      figure svg [fill="#ececec"]{fill:#2c343d}
      figure svg [stroke="#707070"]{stroke:#a3adb8}
      figure svg [fill="#707070"]{fill:#a3adb8}
      figure svg [fill="#d8d8d8"]{fill:#4a535d}
      figure svg [fill="#f7d4bc"]{fill:#5b3a24}
      figure svg [stroke="#d55e00"]{stroke:#ff8533}
      figure svg [stroke="#0072b2"]{stroke:#56b4e9}
      figure svg [fill="#0072b2"]{fill:#56b4e9}}
      *{box-sizing:border-box}
      body{margin:0 auto;padding:1.5rem 1rem 4rem;max-width:70rem;background:var(--page);
      color:var(--ink);font:1rem/1.55 system-ui,"Segoe UI","DejaVu Sans",sans-serif}
      h1{font-size:1.9rem;line-height:1.2;margin:.5rem 0}
      h2{margin:2.5rem 0 .6rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
      p,li{max-width:48rem}
      a{color:var(--link)}
      h2 a{color:inherit;text-decoration:none}
      nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;list-style:none;padding:0;margin:1rem 0}
      .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(10.5rem,1fr));gap:.8rem;
      padding:0;margin:1.2rem 0;list-style:none}
      .cards li{background:var(--card);border:1px solid var(--line);border-radius:.5rem;
      padding:.8rem 1rem}
      .cards b{display:block;font-size:1.5rem;font-variant-numeric:tabular-nums}
      .cards span{color:var(--soft);font-size:.88rem}
      .wide{overflow-x:auto;margin:1rem 0}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums;min-width:min(100%,34rem)}
      caption{text-align:left;color:var(--soft);padding:.3rem 0;font-size:.92rem}
      th,td{padding:.35rem .8rem;border-bottom:1px solid var(--line)}
      th{text-align:left;font-weight:600}
      tbody th{font-weight:400}
      td,thead th:not(:first-child){text-align:right}
      table.facts td{text-align:left;overflow-wrap:anywhere}
      figure{margin:1.2rem 0;padding:.6rem;border:1px solid var(--line);border-radius:.5rem;
      background:var(--card)}
      @media (prefers-color-scheme:light){figure{background:#fff}}
      figure svg{display:block;width:100%;height:auto;max-width:60rem;margin:0 auto}
      figure.square svg{max-width:40rem}
      figcaption{color:var(--soft);font-size:.92rem;margin-top:.5rem;max-width:60rem}
      footer{margin-top:3rem;color:var(--soft);font-size:.88rem}
      @media print{body{max-width:none;padding:0}figure,table{break-inside:avoid}nav{display:none}}
      """;

  private final String title;
  private final StringBuilder links = new StringBuilder();
  private final StringBuilder body = new StringBuilder();
  private boolean inSection;

  HtmlPage(String title) {
    this.title = title;
  }

  /** Begins a section, to which a link leads. */
  HtmlPage section(String id, String heading) {
    endSection();
    links
        .append("<li><a href=\"#")
        .append(id)
        .append("\">")
        .append(escape(heading))
        .append("</a></li>\n");
    body.append(
        String.format(
            Locale.ROOT,
            "<section aria-labelledby=\"%1$s\">\n<h2 id=\"%1$s\"><a href=\"#%1$s\">%2$s</a></h2>\n",
            id,
            escape(heading)));
    inSection = true;
    return this;
  }

  private void endSection() {
    if (inSection) {
      body.append("</section>\n");
    }
    inSection = false;
  }

  HtmlPage text(String paragraph) {
    body.append("<p>").append(escape(paragraph)).append("</p>\n");
    return this;
  }

  HtmlPage table(HtmlTable table) {
    body.append(table.html());
    return this;
  }

  HtmlPage figure(Figure figure, String caption) {
    boolean square = Math.abs(figure.width() - figure.height()) < 0.2 * figure.width();
    body.append(square ? "<figure class=\"square\">\n" : "<figure>\n")
        .append(figure.svg())
        .append("<figcaption>")
        .append(escape(caption))
        .append("</figcaption>\n</figure>\n");
    return this;
  }

  /** Begins a row of a few large numbers. */
  HtmlPage cards(String... numbersAndWords) {
    body.append("<ul class=\"cards\">\n");
    for (int i = 0; i < numbersAndWords.length; i += 2) {
      body.append("<li><b>")
          .append(escape(numbersAndWords[i]))
          .append("</b><span>")
          .append(escape(numbersAndWords[i + 1]))
          .append("</span></li>\n");
    }
    body.append("</ul>\n");
    return this;
  }

  String html(String footer) {
    endSection();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<header><h1>"
        + escape(title)
        + "</h1>\n<nav aria-label=\"Sections\"><ul>\n"
        + links
        + "</ul></nav></header>\n<main>\n"
        + body
        + "</main>\n<footer><p>"
        + escape(footer)
        + "</p></footer>\n</body>\n</html>\n";
  }

  /** A text that HTML takes as it is meant. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
