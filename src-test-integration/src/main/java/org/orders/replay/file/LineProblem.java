package org.orders.replay.file;

/** A line that could not be replayed, and why. */
public record LineProblem(int line, String why) {}
