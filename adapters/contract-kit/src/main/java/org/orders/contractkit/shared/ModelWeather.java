package org.orders.contractkit.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The weather between us and an outside party that is no further away than memory.
 *
 * @param <C> the kinds of calls
 */
public final class ModelWeather<C> {

  /** How one call fares. */
  public enum Turn {
    FAIR,
    REQUEST_LOST,
    ANSWER_LOST
  }

  private final Map<C, Turn> next = new ConcurrentHashMap<>();

  /** Spoils the next call of that kind. */
  public void disturb(C call, Deed deed) {
    next.put(call, deed == Deed.DONE ? Turn.ANSWER_LOST : Turn.REQUEST_LOST);
  }

  /** How the next call of that kind fares. */
  public Turn turn(C call) {
    Turn turn = next.remove(call);
    return turn == null ? Turn.FAIR : turn;
  }
}
