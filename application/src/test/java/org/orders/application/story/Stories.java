package org.orders.application.story;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.orders.domain.order.OrderStatus;

/** Random stories, in which more is ordered than anything else. */
public final class Stories {

  private Stories() {}

  static Arbitrary<List<Step>> ofLength(int min, int max) {
    return steps().list().ofMinSize(min).ofMaxSize(max).map(Stories::afterOpening);
  }

  /** Stories for shops whose clock nobody can move. */
  public static Arbitrary<List<Step>> atOneTime(int min, int max) {
    return steps()
        .filter(step -> !(step instanceof Step.Pass))
        .list()
        .ofMinSize(min)
        .ofMaxSize(max)
        .map(Stories::afterOpening);
  }

  /** Every shop opens with something to sell. */
  private static List<Step> afterOpening(List<Step> steps) {
    List<Step> story = new ArrayList<>();
    story.add(new Step.Create(1_000, 10));
    story.add(new Step.Create(0, 5));
    story.addAll(steps);
    return story;
  }

  private static Arbitrary<Step> steps() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 7);
    Arbitrary<Integer> cents = Arbitraries.of(0, 1, 250, 999);
    Arbitrary<Integer> pieces = Arbitraries.integers().between(0, 12);
    Arbitrary<List<Step.Line>> lines =
        Combinators.combine(number, Arbitraries.integers().between(1, 6))
            .as(Step.Line::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    return Arbitraries.frequencyOf(
        Tuple.of(1, Combinators.combine(cents, pieces).as(Step.Create::new)),
        Tuple.of(1, Combinators.combine(number, cents).as(Step.Reprice::new)),
        Tuple.of(1, number.map(Step.Discontinue::new)),
        Tuple.of(2, Combinators.combine(number, pieces).as(Step.Watch::new)),
        Tuple.of(
            2,
            Combinators.combine(number, Arbitraries.integers().between(-6, 9))
                .as(Step.Adjust::new)),
        Tuple.of(1, Combinators.combine(number, pieces).as(Step.SetTo::new)),
        Tuple.of(2, Combinators.combine(number, pieces, pieces).as(Step.Restock::new)),
        Tuple.of(8, lines.map(Step.Place::new)),
        Tuple.of(4, Combinators.combine(number, lines).as(Step.Change::new)),
        Tuple.of(2, number.map(Step.Cancel::new)),
        Tuple.of(3, number.map(Step.Pay::new)),
        Tuple.of(2, number.map(Step.Capture::new)),
        Tuple.of(
            8, Combinators.combine(number, Arbitraries.of(OrderStatus.class)).as(Step.Walk::new)),
        Tuple.of(2, Combinators.combine(number, Arbitraries.of(true, false)).as(Step.Hold::new)),
        Tuple.of(1, Arbitraries.of(1, 15, 30).map(Step.Pass::new)));
  }
}
