package org.glasspcf.examples;

import java.lang.reflect.InvocationTargetException;

/** Runs the classes named one after the other and prints what became of each. */
final class SampleMain {
  static final String DONE = "### done ";
  static final String FAILED = "### failed ";

  private SampleMain() {}

  public static void main(String[] classNames) throws ReflectiveOperationException {
    for (String name : classNames) {
      try {
        Class.forName(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        System.out.println("\n" + DONE + name);
      } catch (InvocationTargetException e) {
        System.out.println("\n" + FAILED + name);
        e.getCause().printStackTrace(System.out);
      }
    }
    System.exit(0);
  }
}
