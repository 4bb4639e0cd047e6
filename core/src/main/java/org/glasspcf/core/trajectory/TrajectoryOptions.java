package org.glasspcf.core.trajectory;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.glasspcf.core.Element;

/**
 * What a trajectory file leaves open: which elements its types and labels are, and what to do about
 * a last frame that is cut off. Immutable.
 *
 * <pre>{@code
 * TrajectoryOptions.defaults()
 *     .withElements(Element.Si, Element.B, Element.O, Element.Na)
 *     .withTruncatedLastFrameDropped();
 * }</pre>
 */
public final class TrajectoryOptions {
  private static final TrajectoryOptions DEFAULTS =
      new TrajectoryOptions(List.of(), Map.of(), false);

  private final List<Element> typeElements;
  private final Map<String, Element> labels;
  private final boolean truncatedLastFrameDropped;

  private TrajectoryOptions(
      List<Element> typeElements, Map<String, Element> labels, boolean truncatedLastFrameDropped) {
    this.typeElements = typeElements;
    this.labels = labels;
    this.truncatedLastFrameDropped = truncatedLastFrameDropped;
  }

  /**
   * Atoms are labeled with the symbols of their elements, and a last frame that is cut off is an
   * error.
   *
   * @return the options to start from
   */
  public static TrajectoryOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Names the elements of the types 1, 2, … Atoms that are labeled with a number are then of the
   * element at that place. A LAMMPS dump that has a column {@code type} beside a column {@code
   * element} is read by its types, because LAMMPS calls every atom C unless it was told better; a
   * symbol other than C that contradicts the type is an error of the file.
   *
   * @param elements the element of type 1, of type 2, …; several types may be of one element
   * @return options with these types instead
   * @throws IllegalArgumentException if no element is given
   */
  public TrajectoryOptions withElements(Element... elements) {
    if (elements.length == 0) {
      throw new IllegalArgumentException("types need at least one element, got none");
    }
    return new TrajectoryOptions(List.of(elements), labels, truncatedLastFrameDropped);
  }

  /**
   * Names the element of a label that is not its symbol, such as {@code Si4+} or {@code OW}.
   *
   * @param label a word of the file's column of elements, types or species
   * @param element what it stands for
   * @return options with this label as well; it comes before types and symbols
   * @throws IllegalArgumentException if the label is empty or holds white space
   */
  public TrajectoryOptions withElement(String label, Element element) {
    Objects.requireNonNull(element, "element");
    if (label.isEmpty() || label.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException(
          "a label must be one word without white space, got \"" + label + '"');
    }
    Map<String, Element> more = new TreeMap<>(labels);
    more.put(label, element);
    return new TrajectoryOptions(
        typeElements, Collections.unmodifiableMap(more), truncatedLastFrameDropped);
  }

  /**
   * Leaves out a last frame that is cut off, as a running or killed simulation leaves it; {@link
   * TrajectoryReader#droppedFrame} then says so. A frame that breaks the format, or is followed by
   * others, stays an error.
   *
   * @return options that drop it
   */
  public TrajectoryOptions withTruncatedLastFrameDropped() {
    return new TrajectoryOptions(typeElements, labels, true);
  }

  /**
   * The elements of numbered types.
   *
   * @return that of type 1, of type 2, …; empty if none were given
   */
  public List<Element> typeElements() {
    return typeElements;
  }

  /**
   * The elements of labels.
   *
   * @return the labels that were given, sorted; immutable
   */
  public Map<String, Element> labels() {
    return labels;
  }

  /**
   * Whether a last frame that is cut off is left out.
   *
   * @return false if it is an error
   */
  public boolean truncatedLastFrameDropped() {
    return truncatedLastFrameDropped;
  }
}
