package org.glasspcf.examples.bench;

import java.util.List;

/** Gives the elements of a list one after the other, over and over. Belongs to one thread. */
final class Turn<T> {
  private final List<T> elements;
  private int next;

  Turn(List<T> elements) {
    this(elements, 0);
  }

  Turn(List<T> elements, int first) {
    this.elements = List.copyOf(elements);
    this.next = first;
  }

  T next() {
    T element = elements.get(next);
    next = next + 1 < elements.size() ? next + 1 : 0;
    return element;
  }
}
