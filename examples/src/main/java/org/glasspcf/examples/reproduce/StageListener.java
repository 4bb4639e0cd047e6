package org.glasspcf.examples.reproduce;

import java.time.Duration;
import org.glasspcf.encoder.TrainingListener;

/** Hears how far the work is. */
public interface StageListener {
  /**
   * A stage is worked on from now.
   *
   * @param stage what it is, for people
   * @param step the step of the work that it belongs to, from 1
   * @param steps how many steps there are
   * @return who hears of its epochs, if a network is trained
   */
  TrainingListener onStart(String stage, int step, int steps);

  /**
   * A stage's outcome is there.
   *
   * @param stage what it is
   * @param step the step of the work that it belongs to, from 1
   * @param steps how many steps there are
   * @param reused whether it was read from a file and not worked on
   * @param time how long the work took, now or when the file was written
   */
  void onEnd(String stage, int step, int steps, boolean reused, Duration time);
}
