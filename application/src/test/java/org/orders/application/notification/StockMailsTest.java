package org.orders.application.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orders.application.Replica;
import org.orders.application.access.InMemoryWishRepository;
import org.orders.application.access.WishRepository;
import org.orders.application.access.Wishes;
import org.orders.application.inventory.AdjustInventory;
import org.orders.application.inventory.AdjustInventory.Adjustment;
import org.orders.application.inventory.InventoryBooks;
import org.orders.application.inventory.StockAlert;
import org.orders.application.job.Job;
import org.orders.application.job.JobFilter;
import org.orders.application.job.JobHandler;
import org.orders.application.job.JobRun;
import org.orders.application.job.NewJob;
import org.orders.application.job.TakenJob;
import org.orders.application.shared.Once;
import org.orders.application.shared.Precondition;
import org.orders.domain.Samples;
import org.orders.domain.access.UserId;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.shared.EmailAddress;

class StockMailsTest {

  private static final Instant AT = Samples.NOW;

  private final Replica shop = new Replica();
  private final WishRepository wishes = new InMemoryWishRepository(shop.database);
  private final Mails mails =
      new Mails(List.of(new StockMails(shop.kept.alerts(), wishes)), shop.ids, true);
  private final TellOfLowStockJob tell = new TellOfLowStockJob(wishes, mails, shop.jobs, true);
  private final TellOfDriftsJob tellOfDrifts = new TellOfDriftsJob(wishes, mails, shop.jobs, true);
  private final UserId ann = administrator("ann");
  private final UserId ben = administrator("ben");
  private StockAlert alert;

  @BeforeEach
  void stockIsLow() {
    ProductId product = shop.product("10.00", 5);
    shop.inventory
        .adjustInventory()
        .adjust(
            new AdjustInventory.Command(
                Samples.ADMINISTRATOR, product, new Adjustment.SetTo(0), null, Precondition.none()),
            Once.unkeyed());
    alert = shop.inventory.readAlerts().list(Replica.ALL).items().getFirst();
  }

  @Test
  void eachAdministratorWhoWantsItGetsAMailOfTheirOwn() {
    administrator("carl");
    save(ann, "ann@example.org");
    save(ben, "ben@example.org");

    tell(alert.id().value());

    List<Letter> letters = letters();
    assertThat(letters)
        .flatExtracting(Letter::to)
        .extracting(it -> it.address().value())
        .containsExactlyInAnyOrder("ann@example.org", "ben@example.org");
    assertThat(letters).extracting(Letter::mail).containsOnly(new Mail.StockLow(alert));
  }

  @Test
  void whereNobodyWantsItNobodyGetsIt() {
    tell(alert.id().value());

    assertThat(jobs()).isEmpty();
  }

  @Test
  void whoChangedTheirMindMeanwhileGetsNone() {
    save(ann, "ann@example.org");
    tell(alert.id().value());
    shop.database.run(() -> wishes.save(ann, Wishes.NONE));

    assertThat(letters()).isEmpty();
  }

  @Test
  void onlyLowStockIsToldAndOnlyWhereMailsAreSent() {
    UUID subject = alert.id().value();
    OutboxMessage low = new OutboxMessage("STOCK_LOW", null, subject, Map.of(), AT);

    assertThat(tell.hear(low))
        .containsExactly(NewJob.of(TellOfLowStockJob.TYPE, subject.toString()));
    assertThat(tell.hear(new OutboxMessage("PLACED", subject, null, Map.of(), AT))).isEmpty();
    assertThat(new TellOfLowStockJob(wishes, mails, shop.jobs, false).hear(low)).isEmpty();
  }

  @Test
  void whoWantsToHearOfStockHearsOfDriftsToo() {
    administrator("carl");
    save(ann, "ann@example.org");
    save(ben, "ben@example.org");
    OutboxMessage found = new OutboxMessage("DRIFTS_FOUND", null, null, Map.of("drifts", "3"), AT);

    run(tellOfDrifts, tellOfDrifts.hear(found).getFirst());

    List<Letter> letters = letters();
    assertThat(letters)
        .flatExtracting(Letter::to)
        .extracting(it -> it.address().value())
        .containsExactlyInAnyOrder("ann@example.org", "ben@example.org");
    assertThat(letters)
        .extracting(Letter::mail)
        .containsOnly(new Mail.DriftsFound(new InventoryBooks.Check(AT, 3)));
  }

  @Test
  void onlyDriftsAreToldAsDriftsAndOnlyWhereMailsAreSent() {
    OutboxMessage found = new OutboxMessage("DRIFTS_FOUND", null, null, Map.of("drifts", "3"), AT);

    assertThat(tell.hear(found)).isEmpty();
    assertThat(tellOfDrifts.hear(new OutboxMessage("STOCK_LOW", null, null, Map.of(), AT)))
        .isEmpty();
    assertThat(new TellOfDriftsJob(wishes, mails, shop.jobs, false).hear(found)).isEmpty();
  }

  private void tell(UUID subject) {
    run(tell, NewJob.of(TellOfLowStockJob.TYPE, subject.toString()));
  }

  private void run(JobHandler handler, NewJob job) {
    shop.database.run(() -> shop.jobs.enqueue(job));
    TakenJob taken = shop.jobs.take(Map.of(job.type(), 1), Duration.ofMinutes(1)).getFirst();
    handler.run(new JobRun(taken, shop.jobs, shop.database));
  }

  private List<Job> jobs() {
    return shop.jobs.list(new JobFilter(null, null), Replica.ALL).items();
  }

  private List<Letter> letters() {
    return jobs().stream()
        .filter(job -> job.type().equals(SendMailJob.TYPE))
        .flatMap(job -> mails.write(MailRequest.parse(job.payload())).stream())
        .toList();
  }

  private UserId administrator(String name) {
    UserId id = new UserId(shop.ids.next());
    shop.database.run(() -> shop.kept.credentials().addAdministrator(id, name, "hash"));
    return id;
  }

  private void save(UserId administrator, String email) {
    shop.database.run(() -> wishes.save(administrator, new Wishes(new EmailAddress(email), true)));
  }
}
