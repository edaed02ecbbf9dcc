package org.orders.domain.shared;

import java.util.Map;

/** Something cannot go from the state it is in to the one that was asked for. */
public abstract class ImpossibleTransition extends Refusal {

  private static final long serialVersionUID = 1L;

  /**
   * No step leads there.
   *
   * @param what with its article: {@code An order}
   */
  protected <S extends Enum<S>> ImpossibleTransition(String what, S from, S to) {
    this(what + " that is " + from + " cannot become " + to + ".", from.name(), to.name());
  }

  /** A change that the state does not allow although it names no other state. */
  protected ImpossibleTransition(String message, Enum<?> state) {
    this(message, state.name(), state.name());
  }

  private ImpossibleTransition(String message, String from, String to) {
    super(Kind.CONFLICT, "illegal-transition", message, Map.of("from", from, "to", to));
  }
}
