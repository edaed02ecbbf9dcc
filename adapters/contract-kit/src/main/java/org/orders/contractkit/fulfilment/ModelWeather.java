package org.orders.contractkit.fulfilment;

import java.util.EnumMap;
import java.util.Map;
import org.orders.contractkit.fulfilment.CarrierBench.Call;
import org.orders.contractkit.fulfilment.CarrierBench.Deed;

/** The weather between us and a carrier that is no further away than memory. */
public final class ModelWeather {

  /** How one call fares. */
  public enum Turn {
    FAIR,
    REQUEST_LOST,
    ANSWER_LOST
  }

  private final Map<Call, Turn> next = new EnumMap<>(Call.class);

  /** Spoils the next call of that kind. */
  public synchronized void disturb(Call call, Deed deed) {
    next.put(call, deed == Deed.DONE ? Turn.ANSWER_LOST : Turn.REQUEST_LOST);
  }

  synchronized Turn turn(Call call) {
    Turn turn = next.remove(call);
    return turn == null ? Turn.FAIR : turn;
  }
}
