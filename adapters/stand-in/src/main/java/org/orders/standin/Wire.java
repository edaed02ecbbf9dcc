package org.orders.standin;

import java.sql.SQLException;
import java.time.Duration;
import org.orders.standin.Weather.Turn;

/**
 * The way to a stand-in and back, on which a call takes time and may be lost.
 *
 * @param <C> the kinds of calls
 */
public final class Wire<C> {

  private static final System.Logger LOG = System.getLogger(Wire.class.getName());

  private final String party;
  private final Weather<C> weather;

  /**
   * A wire.
   *
   * @param party who is at its other end, for the log: {@code simulated gateway}
   */
  public Wire(String party, Weather<C> weather) {
    this.party = party;
    this.weather = weather;
  }

  /** What is done at the other end. */
  @FunctionalInterface
  public interface Deed<T> {
    T perform() throws SQLException;
  }

  /** What the next call of that kind meets, for calls that write no books. */
  public Turn turn(C call) {
    return weather.turn(call);
  }

  /**
   * Has a deed done at the other end.
   *
   * @param takes how long it takes, half of it before the books are written, half after
   * @param unknown the answer where ours is lost, the books are closed or the caller is interrupted
   */
  public <T> T call(C call, Duration takes, T unknown, Deed<T> deed) {
    Turn turn = weather.turn(call);
    if (!waitHalfOf(takes) || turn == Turn.REQUEST_LOST) {
      return unknown;
    }
    try {
      T answer = deed.perform();
      return waitHalfOf(takes) && turn == Turn.FAIR ? answer : unknown;
    } catch (SQLException away) {
      LOG.log(System.Logger.Level.WARNING, "The " + party + "'s books are closed", away);
      return unknown;
    }
  }

  /** False where the caller would not wait that long. */
  private static boolean waitHalfOf(Duration delay) {
    if (delay.isZero()) {
      return true;
    }
    try {
      Thread.sleep(delay.dividedBy(2));
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
