package org.orders.contractkit.payment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.logging.Logger;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;
import org.orders.domain.shared.Money;

/** What can be wrong with a gateway, each with the test that was written to find it. */
enum Flaw {
  TAKES_FOR_A_CLOSED_ATTEMPT(
      "Charging", "anAttemptThatWasClosedTakesNothingAnyMore", ForgetsThatItWasClosed::new),
  FORGETS_KEYS("Repeating", "anAttemptSentAgainIsBookedOnce", ForgetsKeys::new),
  LOOKS_BEFORE_IT_LEAPS(
      "Repeating", "sixteenCallersWithOneAttemptTakeTheMoneyOnce", LooksBeforeItLeaps::new),
  FORGETS_REFUND_KEYS("Repeating", "aRefundSentAgainIsBookedOnce", ForgetsRefundKeys::new),
  HAS_ONE_REASON_FOR_ALL("Declining", "anEmptyAccountIsCalledThat", HasOneReasonForAll::new),
  DECLINES_WHAT_TIMES_OUT(
      "Uncertainty", "aSpoiltAnswerIsUnknownUntilAskedFor", DeclinesWhatTimesOut::new),
  TAKES_SILENCE_FOR_NO("Uncertainty", "aDisturbedLookUpSettlesNothing", TakesSilenceForNo::new),
  THROWS_FROM_THE_VAULT(
      "Uncertainty", "aVaultThatDoesNotAnswerIsUnavailable", ThrowsFromTheVault::new),
  REFUNDS_WITHOUT_LIMIT("Refunding", "moreThanIsLeftDoesNotGoBack", RefundsWithoutLimit::new),
  COUNTS_YEN_IN_CENTS("Amounts", "anAmountIsTakenExactly", CountsYenInCents::new),
  ROUNDS_FILS("Amounts", "whatAGatewayCannotTakeExactlyItDoesNotRound", RoundsFils::new),
  HAS_DIGITS_OF_THE_CARD_IN_ITS_TOKEN(
      "Secrecy", "aTokenHoldsNothingOfTheCard", HasDigitsOfTheCardInItsToken::new),
  LOGS_CARDS("Secrecy", "aDayOfBusinessLeavesNoTraceInTheLogs", LogsCards::new),
  TELLS_ITS_SECRET("Secrecy", "nothingTellsItselfInPrint", TellsItsSecret::new),
  BELIEVES_EVERYBODY("Webhooks", "aSignatureOfSomethingElseIsForged", BelievesEverybody::new),
  KNOWS_NO_TIME("Webhooks", "aDeliveryBeyondTheToleranceIsStale", KnowsNoTime::new),
  COUNTS_DELIVERIES("Webhooks", "aRepeatedDeliveryIsTheSameEvent", CountsDeliveries::new);

  final String group;
  final String test;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor: it holds nothing
  final Function<ModelBench, PaymentGateway> gateway;

  Flaw(String group, String test, Function<ModelBench, PaymentGateway> gateway) {
    this.group = group;
    this.test = test;
    this.gateway = gateway;
  }

  private static final class ForgetsThatItWasClosed extends FlawedGateway {
    ForgetsThatItWasClosed(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome close(Charge charge, GatewayReference reference) {
      return right.lookUp(charge, reference);
    }
  }

  private static final class ForgetsKeys extends FlawedGateway {
    ForgetsKeys(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      boolean again = bench.books.find(charge.attempt()) instanceof ModelBooks.Entry.Captured;
      ChargeOutcome outcome = right.charge(charge, reference);
      if (again) {
        bench.books.book(charge);
      }
      return outcome;
    }
  }

  /** Right for one caller after the other, wrong for two at once. */
  private static final class LooksBeforeItLeaps extends FlawedGateway {
    LooksBeforeItLeaps(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      boolean first = bench.books.find(charge.attempt()) instanceof ModelBooks.Entry.Absent;
      pause();
      boolean stillFirst = bench.books.find(charge.attempt()) instanceof ModelBooks.Entry.Absent;
      ChargeOutcome outcome = right.charge(charge, reference);
      if (first && !stillFirst && outcome instanceof ChargeOutcome.Captured) {
        bench.books.book(charge);
      }
      return outcome;
    }

    private static void pause() {
      try {
        Thread.sleep(ThreadLocalRandom.current().nextInt(20));
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class ForgetsRefundKeys extends FlawedGateway {
    ForgetsRefundKeys(ModelBench bench) {
      super(bench);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
      boolean again = bench.books.findRefund(request) instanceof RefundOutcome.Succeeded;
      RefundOutcome outcome = right.refund(request);
      if (again) {
        bench.books.bookRefund(request, new RefundId(UUID.randomUUID()));
      }
      return outcome;
    }
  }

  private static final class HasOneReasonForAll extends FlawedGateway {
    HasOneReasonForAll(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      ChargeOutcome outcome = right.charge(charge, reference);
      return outcome instanceof ChargeOutcome.Declined
          ? new ChargeOutcome.Declined(DeclineReason.OTHER)
          : outcome;
    }
  }

  private static final class DeclinesWhatTimesOut extends FlawedGateway {
    DeclinesWhatTimesOut(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      ChargeOutcome outcome = right.charge(charge, reference);
      return outcome instanceof ChargeOutcome.Unknown
          ? new ChargeOutcome.Declined(DeclineReason.OTHER)
          : outcome;
    }
  }

  private static final class TakesSilenceForNo extends FlawedGateway {
    TakesSilenceForNo(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
      ChargeOutcome outcome = right.lookUp(charge, reference);
      return outcome instanceof ChargeOutcome.Unknown
          ? new ChargeOutcome.NotTaken(DeclineReason.OTHER)
          : outcome;
    }
  }

  private static final class ThrowsFromTheVault extends FlawedGateway {
    ThrowsFromTheVault(ModelBench bench) {
      super(bench);
    }

    @Override
    public CardVault vault() {
      return card -> {
        try {
          return right.tokenize(card);
        } catch (RuntimeException away) {
          throw new IllegalStateException("connection reset", away);
        }
      };
    }
  }

  private static final class RefundsWithoutLimit extends FlawedGateway {
    RefundsWithoutLimit(ModelBench bench) {
      super(bench);
    }

    @Override
    public RefundOutcome refund(RefundRequest request) {
      RefundOutcome outcome = right.refund(request);
      if (outcome.equals(new RefundOutcome.Failed(RefundOutcome.Reason.EXCEEDS_CHARGE))) {
        bench.books.bookRefund(request, request.refund());
        return new RefundOutcome.Succeeded();
      }
      return outcome;
    }
  }

  private static final class CountsYenInCents extends FlawedGateway {
    CountsYenInCents(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      boolean yen = charge.amount().currency().getDefaultFractionDigits() == 0;
      return right.charge(with(charge, charge.amount().times(yen ? 100 : 1)), reference);
    }
  }

  private static final class RoundsFils extends FlawedGateway {
    RoundsFils(ModelBench bench) {
      super(bench);
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      long minor = charge.amount().minorUnits();
      boolean fils = charge.amount().currency().getDefaultFractionDigits() == 3;
      return right.charge(
          with(charge, new Money(fils ? minor / 10 * 10 : minor, charge.amount().currency())),
          reference);
    }
  }

  private static Charge with(Charge charge, Money amount) {
    return new Charge(charge.attempt(), charge.payment(), charge.order(), charge.token(), amount);
  }

  private static final class HasDigitsOfTheCardInItsToken extends FlawedGateway {
    private final Map<String, PaymentToken> tokens = new ConcurrentHashMap<>();

    HasDigitsOfTheCardInItsToken(ModelBench bench) {
      super(bench);
    }

    @Override
    public CardVault vault() {
      return card -> {
        TokenizedCard kept = right.tokenize(card);
        // All of them is what no token may be made of in the first place.
        PaymentToken telling = new PaymentToken("tok_" + card.number().value().substring(0, 12));
        tokens.put(telling.value(), kept.token());
        return new TokenizedCard(telling, kept.card());
      };
    }

    @Override
    public ChargeOutcome charge(Charge charge, GatewayReference reference) {
      PaymentToken token = tokens.getOrDefault(charge.token().value(), charge.token());
      return right.charge(
          new Charge(charge.attempt(), charge.payment(), charge.order(), token, charge.amount()),
          reference);
    }
  }

  private static final class LogsCards extends FlawedGateway {
    private static final Logger LOG = Logger.getLogger(LogsCards.class.getName());

    LogsCards(ModelBench bench) {
      super(bench);
    }

    @Override
    public CardVault vault() {
      return this::tokenize;
    }

    private TokenizedCard tokenize(Card card) {
      LOG.fine("POST /tokens number=" + card.number().value());
      return right.tokenize(card);
    }
  }

  private static final class TellsItsSecret extends FlawedGateway {
    TellsItsSecret(ModelBench bench) {
      super(bench);
    }

    @Override
    public String toString() {
      return "Gateway[secret=" + ModelBench.SECRET + "]";
    }
  }

  private static final class BelievesEverybody extends FlawedGateway {
    BelievesEverybody(ModelBench bench) {
      super(bench);
    }

    @Override
    public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
      String body = new String(delivery.body(), StandardCharsets.UTF_8);
      WebhookReading reading = right.readWebhook(delivery, now);
      return reading.equals(new WebhookReading.Rejected(WebhookReading.Fault.FORGED))
          ? new WebhookReading.Accepted(List.of(event(body)))
          : reading;
    }

    private static GatewayEvent event(String body) {
      String[] words = body.split(" ", 2);
      return new GatewayEvent(words[0], new GatewayReference(words[1]));
    }
  }

  private static final class KnowsNoTime extends FlawedGateway {
    KnowsNoTime(ModelBench bench) {
      super(bench);
    }

    @Override
    public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
      String time = delivery.header("Model-Time").orElse("");
      try {
        return right.readWebhook(delivery, Instant.parse(time));
      } catch (DateTimeParseException noTime) {
        return right.readWebhook(delivery, now);
      }
    }
  }

  private static final class CountsDeliveries extends FlawedGateway {
    private int deliveries;

    CountsDeliveries(ModelBench bench) {
      super(bench);
    }

    @Override
    public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
      WebhookReading reading = right.readWebhook(delivery, now);
      if (reading instanceof WebhookReading.Accepted(var events) && !events.isEmpty()) {
        deliveries++;
        GatewayEvent event = events.getFirst();
        return new WebhookReading.Accepted(
            List.of(
                new GatewayEvent(
                    deliveries == 1 ? event.id() : event.id() + "#" + deliveries, event.charge())));
      }
      return reading;
    }
  }
}
