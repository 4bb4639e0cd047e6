package org.glasspcf.pipeline.screening;

/** Hears of a screening's progress, on the thread that screens. */
@FunctionalInterface
public interface ScreeningListener {
  /**
   * Called once before the first glass, then each time that rows have been written, and at the end;
   * also at that of an interrupt.
   *
   * @param progress how far the screening has come
   */
  void onProgress(ScreeningProgress progress);
}
