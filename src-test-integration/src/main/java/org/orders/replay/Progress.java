package org.orders.replay;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a phase of the run is: a bar on a terminal, a line now and then elsewhere. */
interface Progress extends AutoCloseable {

  /** One more done, by whichever hand. */
  void step();

  @Override
  void close();

  /** Shows the progress of a phase. */
  @FunctionalInterface
  interface Display {
    Progress show(String phase, long total);
  }

  /** A bar where somebody watches, lines where they are kept. */
  static Display on(PrintStream out, boolean terminal) {
    return terminal
        ? (phase, total) -> new Bar(out, phase, total)
        : (phase, total) -> new Lines(out, phase, total);
  }

  /** A bar that is drawn over itself. */
  final class Bar implements Progress {

    /** A given width keeps the library from probing the terminal. */
    private static final int WIDTH = 100;

    private final ProgressBar bar;

    Bar(PrintStream out, String phase, long total) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(String.format(Locale.ROOT, "%-12s", phase))
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
              .showSpeed()
              .build();
    }

    @Override
    public void step() {
      bar.step();
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line for each quarter. */
  final class Lines implements Progress {

    private static final int PARTS = 4;

    private final PrintStream out;
    private final String phase;
    private final long total;
    private long done;

    Lines(PrintStream out, String phase, long total) {
      this.out = out;
      this.phase = phase;
      this.total = total;
    }

    @Override
    public synchronized void step() {
      done++;
      if (done * PARTS / total > (done - 1) * PARTS / total) {
        out.println(phase + ": " + done + " of " + total);
      }
    }

    @Override
    public synchronized void close() {
      if (done < total || total == 0) {
        out.println(phase + ": " + done + " of " + total);
      }
    }
  }
}
