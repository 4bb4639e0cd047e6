package org.glasspcf.encoder;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * A {@link LearningRateSchedule} as DL4J asks for it: the rate at every step. A record, for DL4J
 * compares schedules.
 */
record StepSchedule(LearningRateSchedule schedule, double rate, int steps) implements ISchedule {
  @Override
  public double valueAt(int iteration, int epoch) {
    return rate * schedule.factor((double) iteration / steps);
  }

  @Override
  public ISchedule clone() {
    return this;
  }
}
