package org.orders.integration.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.orders.application.story.Step;
import org.orders.application.story.Stories;
import org.orders.application.story.Story;
import org.orders.integration.harness.Rush;
import org.orders.integration.harness.Shop;
import org.orders.integration.harness.ShopTest;

/**
 * Random stories told in the shop as it runs: one step after the other, compared with the model,
 * and many at once, after which the books must agree. {@code -Dstory.seed=...} tells the same ones
 * again, {@code -Dstory.count=...} more of them.
 */
@ShopTest
class StoriesIT {

  private static final long SEED = Long.getLong("story.seed", new Random().nextInt());
  private static final int COUNT = Integer.getInteger("story.count", 6);
  private static final int GEN_SIZE = 1000;
  private static final int STRIDE = 8;
  private static final int AT_ONCE = 8;

  /** How long to look for a shorter story that fails as well. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Shop shop;

  StoriesIT(Shop shop) {
    this.shop = shop;
  }

  @Test
  void theShopIsAsItsModel() {
    System.out.printf("Telling %d stories, -Dstory.seed=%d%n", COUNT, SEED);
    JqwikSession.run(Long.toString(SEED), this::compareWithTheModel);
  }

  private void compareWithTheModel() {
    for (Shrinkable<List<Step>> story : stories(Stories.atOneTime(20, 40), COUNT)) {
      failure(story.value())
          .ifPresent(
              why -> {
                var shortest = shrunk(story);
                throw new AssertionError(
                    "The shop is not as its model, -Dstory.seed=%d%n%s%nafter:%n%s"
                        .formatted(
                            SEED, failure(shortest).orElse(why).getMessage(), lines(shortest)),
                    why);
              });
    }
  }

  @Test
  void whateverHappensAtOnceTheBooksAgree() {
    System.out.printf("Telling stories at once, -Dstory.seed=%d%n", SEED);
    JqwikSession.run(Long.toString(SEED), this::tellAtOnce);
  }

  private void tellAtOnce() {
    for (Shrinkable<List<Step>> story : stories(Stories.atOneTime(150, 150), 1)) {
      var till = new HttpTill(shop);
      var steps = new ArrayList<Step>();
      for (Step step : story.value()) {
        if (step instanceof Step.Create(var cents, var pieces) && till.products() < AT_ONCE) {
          till.create(cents, pieces + 10);
        } else {
          steps.add(step);
        }
      }
      // Something to change, cancel and walk from the first moment on.
      till.place(List.of(new Step.Line(0, 1)));
      var done = new AtomicInteger();
      Rush.of(
          AT_ONCE,
          part -> {
            for (int at = part; at < steps.size(); at += AT_ONCE) {
              if (happens(steps.get(at), till)) {
                done.incrementAndGet();
              }
            }
            return part;
          });
      assertThat(done.get()).as("steps that were done").isPositive();
      Story.lookAtBooks(till, till.products(), till.orders());
    }
  }

  private static boolean happens(Step step, HttpTill till) {
    int products = till.products();
    int orders = till.orders();
    return switch (step) {
      case Step.Create _, Step.Pass _, Step.Discontinue _ -> false;
      case Step.Reprice(var it, var cents) -> till.reprice(it % products, cents);
      case Step.Watch(var it, var threshold) -> till.watch(it % products, threshold);
      case Step.Adjust(var it, var change) -> till.adjust(it % products, change);
      case Step.SetTo(var it, var pieces) -> till.setTo(it % products, pieces);
      case Step.Restock(var it, var pieces, var threshold) ->
          till.restock(it % products, pieces, threshold);
      case Step.Place(var lines) -> till.place(known(lines, products));
      case Step.Change(var it, var lines) -> till.change(it % orders, known(lines, products));
      case Step.Cancel(var it) -> till.cancel(it % orders);
      case Step.Pay(var it) -> till.pay(it % orders);
      case Step.Capture(var it) -> till.capture(it % orders);
      case Step.Walk(var it, var to) -> till.walk(it % orders, to);
      case Step.Hold(var it, var held) -> till.hold(it % orders, held);
    };
  }

  private static List<Step.Line> known(List<Step.Line> lines, int products) {
    return lines.stream()
        .map(line -> new Step.Line(line.product() % products, line.quantity()))
        .toList();
  }

  private static List<Shrinkable<List<Step>>> stories(Arbitrary<List<Step>> kind, int count) {
    return kind.generator(GEN_SIZE).stream(new Random(SEED)).limit(count).toList();
  }

  /** Why the shop and its model part ways, where they do. */
  private Optional<AssertionError> failure(List<Step> steps) {
    try {
      new Story(new HttpTill(shop), STRIDE).tell(steps);
      return Optional.empty();
    } catch (AssertionError failed) {
      return Optional.of(failed);
    }
  }

  /** A shorter story that fails as well, as far as one is found in time. */
  private List<Step> shrunk(Shrinkable<List<Step>> story) {
    var shortest = new AtomicReference<>(story);
    var end = System.nanoTime() + PATIENCE.toNanos();
    boolean shorter = true;
    while (shorter && System.nanoTime() < end) {
      var next =
          shortest
              .get()
              .shrink()
              .takeWhile(it -> System.nanoTime() < end)
              .filter(it -> failure(it.value()).isPresent())
              .findFirst();
      next.ifPresent(shortest::set);
      shorter = next.isPresent();
    }
    return shortest.get().value();
  }

  private static String lines(List<Step> steps) {
    return String.join("\n", steps.stream().map(Step::toString).toList());
  }
}
