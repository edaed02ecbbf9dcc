package org.orders.application.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.orders.domain.payment.AttemptId;
import org.orders.domain.payment.Card;
import org.orders.domain.payment.CardNumber;
import org.orders.domain.payment.CardVault;
import org.orders.domain.payment.Charge;
import org.orders.domain.payment.ChargeOutcome;
import org.orders.domain.payment.DeclineReason;
import org.orders.domain.payment.GatewayEvent;
import org.orders.domain.payment.GatewayReference;
import org.orders.domain.payment.GatewayUnavailable;
import org.orders.domain.payment.PaymentGateway;
import org.orders.domain.payment.PaymentToken;
import org.orders.domain.payment.Preparation;
import org.orders.domain.payment.RefundId;
import org.orders.domain.payment.RefundOutcome;
import org.orders.domain.payment.RefundRequest;
import org.orders.domain.payment.TokenizedCard;
import org.orders.domain.payment.WebhookDelivery;
import org.orders.domain.payment.WebhookReading;

/** A gateway in memory that keeps its word, whose calls can be made to go wrong in any way. */
public final class TestGateway implements PaymentGateway {

  /** What was called, in order. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  private final Map<AttemptId, ChargeOutcome> charges = new ConcurrentHashMap<>();
  private final Map<RefundId, RefundRequest> refunds = new ConcurrentHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<AttemptId> seen = ConcurrentHashMap.newKeySet();
  private ChargeOutcome answer = new ChargeOutcome.Captured();
  private int stubborn;
  private boolean announces = true;
  private RefundOutcome refundAnswer = new RefundOutcome.Succeeded();
  private Duration keyLifetime = Duration.ofHours(24);

  /** What happens to a call of that name before or after the gateway has done it. */
  private record Fault(String call, boolean before, Runnable what) {}

  /** Something that everybody has. */
  public static PayOrder.Means.ByCard card() {
    return new PayOrder.Means.ByCard(
        new Card(new CardNumber("4242424242424242"), YearMonth.of(2099, 12), "123", "Ann Lee"));
  }

  /** What the gateway does with money from now on. */
  public void answers(ChargeOutcome outcome) {
    answer = outcome;
  }

  /** The first so many attempts are answered for ever as if nobody knew, and take nothing. */
  public void isStubbornAbout(int attempts) {
    stubborn = attempts;
  }

  /** Whether it can be told of charges, or fails at each once and for all. */
  public void announces(boolean well) {
    announces = well;
  }

  /** How long it knows a key again. */
  public void honoursKeysFor(Duration lifetime) {
    keyLifetime = lifetime;
  }

  public void answersRefunds(RefundOutcome outcome) {
    refundAnswer = outcome;
  }

  /** The next call of that name goes wrong before the gateway hears of it. */
  public void before(String call, Runnable what) {
    faults.add(new Fault(call, true, what));
  }

  /** The next call of that name goes wrong once the gateway has done it. */
  public void after(String call, Runnable what) {
    faults.add(new Fault(call, false, what));
  }

  /** How many charges took money. */
  public long captured() {
    return charges.values().stream().filter(ChargeOutcome.Captured.class::isInstance).count();
  }

  /** The minor units that went back. */
  public long refunded() {
    return refunds.values().stream().mapToLong(refund -> refund.amount().minorUnits()).sum();
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public CardVault vault() {
    return card ->
        call("tokenize", () -> new TokenizedCard(new PaymentToken("tok_1"), card.summary()));
  }

  @Override
  public Duration keyLifetime() {
    return keyLifetime;
  }

  @Override
  public Preparation prepare(Charge charge) {
    return call(
        "prepare",
        () ->
            announces
                ? new Preparation.Prepared(
                    new GatewayReference("ref_" + charge.attempt().value().toString()))
                : new Preparation.Failed());
  }

  @Override
  public ChargeOutcome charge(Charge charge, GatewayReference reference) {
    return call("charge", () -> charge(charge.attempt()));
  }

  private ChargeOutcome charge(AttemptId attempt) {
    seen.add(attempt);
    if (seen.size() <= stubborn) {
      return charges.getOrDefault(attempt, new ChargeOutcome.Unknown());
    }
    return answer instanceof ChargeOutcome.NotTaken
        ? charges.getOrDefault(attempt, answer)
        : charges.computeIfAbsent(attempt, id -> answer);
  }

  @Override
  public ChargeOutcome lookUp(Charge charge, GatewayReference reference) {
    return call("lookUp", () -> charges.getOrDefault(charge.attempt(), notTaken()));
  }

  @Override
  public ChargeOutcome close(Charge charge, GatewayReference reference) {
    return call("close", () -> charges.computeIfAbsent(charge.attempt(), id -> notTaken()));
  }

  /** Nothing was taken. */
  public static ChargeOutcome notTaken() {
    return new ChargeOutcome.NotTaken(DeclineReason.PROCESSING_ERROR);
  }

  @Override
  public RefundOutcome refund(RefundRequest request) {
    return call(
        "refund",
        () -> {
          if (refundAnswer instanceof RefundOutcome.Succeeded) {
            refunds.put(request.refund(), request);
          }
          return refundAnswer;
        });
  }

  @Override
  public RefundOutcome lookUpRefund(RefundRequest request) {
    return call(
        "lookUpRefund",
        () ->
            refunds.containsKey(request.refund())
                ? new RefundOutcome.Succeeded()
                : new RefundOutcome.NotMade());
  }

  /** Believes whoever sends {@code Signature: good}; the body is the charge's name. */
  @Override
  public WebhookReading readWebhook(WebhookDelivery delivery, Instant now) {
    if (!delivery.header("Signature").orElse("").equals("good")) {
      return new WebhookReading.Rejected(WebhookReading.Fault.FORGED);
    }
    String charge = new String(delivery.body(), java.nio.charset.StandardCharsets.UTF_8);
    return new WebhookReading.Accepted(
        List.of(new GatewayEvent("evt_1", new GatewayReference(charge))));
  }

  private <T> T call(String name, Supplier<T> deed) {
    calls.add(name);
    goWrong(name, true);
    T result = deed.get();
    goWrong(name, false);
    return result;
  }

  private void goWrong(String name, boolean before) {
    for (Fault fault : List.copyOf(faults)) {
      if (fault.call().equals(name) && fault.before() == before) {
        faults.remove(fault);
        fault.what().run();
        return;
      }
    }
  }

  /** The gateway is away. */
  public static void away() {
    throw new GatewayUnavailable();
  }
}
