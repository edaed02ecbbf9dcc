package org.orders.application.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.orders.application.InMemoryPersistence;
import org.orders.application.catalog.CatalogueImport.State;
import org.orders.application.catalog.ImportLine.Bad;
import org.orders.application.catalog.ImportLine.Entry;
import org.orders.application.catalog.ImportProducts.Command;
import org.orders.application.catalog.ImportProducts.Report;
import org.orders.application.shared.InMemoryDatabase;
import org.orders.application.shared.Page;
import org.orders.application.shared.PageRequest;
import org.orders.application.shared.Shop;
import org.orders.application.shared.TestClock;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductName;
import org.orders.domain.catalog.Sku;
import org.orders.domain.shared.Money;

class ImportProductsTest {

  private final InMemoryPersistence kept = InMemoryPersistence.on(new InMemoryDatabase());
  private final Log log = new Log();
  private int timesLearned;
  private final ImportUseCases useCases =
      new ImportUseCases(
          kept.products(),
          kept.stock(),
          log,
          () -> timesLearned++,
          kept.work(),
          Shop::newId,
          new TestClock());

  private static final class Log implements ImportLog {
    final Map<UUID, CatalogueImport> all = new HashMap<>();
    final List<Long> lines = new ArrayList<>();

    @Override
    public boolean begin(CatalogueImport begun) {
      return all.putIfAbsent(begun.id(), begun) == null;
    }

    @Override
    public void update(CatalogueImport standing) {
      all.put(standing.id(), standing);
      lines.add(standing.lines());
    }

    @Override
    public Optional<CatalogueImport> find(UUID id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public Page<CatalogueImport> list(PageRequest page) {
      return new Page<>(List.copyOf(all.values()), null, null);
    }
  }

  private static Entry entry(long line, String sku, long price, String currency, Long pieces) {
    return new Entry(
        line,
        new Sku(sku),
        new ProductName("N" + line),
        Optional.empty(),
        new Money(price, Currency.getInstance(currency)),
        Optional.ofNullable(pieces),
        Optional.empty());
  }

  private Report run(boolean dry, List<ImportLine> lines) {
    return useCases.importProducts().run(command(dry, Optional.empty()), lines.iterator());
  }

  private static Command command(boolean dry, Optional<UUID> id) {
    return new Command(Shop.ADMIN, dry, id);
  }

  private List<Product> products(String sku) {
    return kept.work().run(() -> kept.products().lockBySku(List.of(new Sku(sku))));
  }

  private static void check(Report report, long created, long updated, long... rejected) {
    assertThat(report.done().created()).isEqualTo(created);
    assertThat(report.done().updated()).isEqualTo(updated);
    assertThat(report.rejected().stream().mapToLong(Bad::line)).containsExactly(box(rejected));
    assertThat(report.done().state()).isEqualTo(State.DONE);
  }

  private static Long[] box(long... numbers) {
    return java.util.Arrays.stream(numbers).boxed().toArray(Long[]::new);
  }

  @Test
  void whatTheCatalogueIsLikeIsLearnedAnewAfterALargeImport() {
    List<ImportLine> many =
        LongStream.rangeClosed(1, 1_000)
            .<ImportLine>mapToObj(line -> entry(line, "MANY-" + line, 100, "EUR", 1L))
            .toList();

    run(true, many);
    run(false, many.subList(0, 999));
    assertThat(timesLearned).isZero();

    run(false, many);
    assertThat(timesLearned).isEqualTo(1);
  }

  @Test
  void aDryRunSaysWhatTheRunThenDoes() {
    List<ImportLine> lines =
        List.of(
            entry(2, "A", 100, "EUR", 5L),
            new Bad(3, "bad"),
            entry(4, "A", 200, "EUR", null),
            entry(5, "A", 200, "USD", 1L),
            entry(6, "B", 1, "JPY", null));

    check(run(true, lines), 2, 1, 3, 5);
    assertThat(products("A")).isEmpty();
    check(run(false, lines), 2, 1, 3, 5);
    var a = products("A").getFirst();
    assertThat(a.name().value()).isEqualTo("N4");
    assertThat(a.price().minorUnits()).isEqualTo(200);
    assertThat(kept.work().run(() -> kept.stock().read(List.of(a.id()))).getFirst().available())
        .isEqualTo(5);
    check(run(false, lines), 0, 3, 3, 5);
    check(run(true, lines), 0, 3, 3, 5);
  }

  @Test
  void linesAreTakenInWhileTheyAreRead() {
    List<ImportLine> lines = new ArrayList<>();
    for (int line = 0; line < 950; line++) {
      lines.add(entry(line + 2, "S" + line, 1, "EUR", null));
    }

    check(run(false, lines), 950, 0);
    assertThat(log.lines).startsWith(200L, 400L, 600L, 800L, 950L);
  }

  @Test
  void whatWasTakenInStaysWhereTheRestCannotBeRead() {
    Iterator<ImportLine> broken =
        new Iterator<>() {
          private long line = 1;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public ImportLine next() {
            if (line > 250) {
              throw new IllegalStateException("gone");
            }
            line++;
            return entry(line, "C" + line, 1, "EUR", null);
          }
        };

    Command command = command(false, Optional.empty());
    assertThatThrownBy(() -> useCases.importProducts().run(command, broken)).hasMessage("gone");
    CatalogueImport ended = log.all.values().iterator().next();
    assertThat(ended.state()).isEqualTo(State.ABORTED);
    assertThat(ended.created()).isEqualTo(200);
    assertThat(useCases.readImports().read(ended.id())).isEqualTo(ended);
  }

  @Test
  void theCallerMayNameTheImportOnce() {
    Command command = command(false, Optional.of(new UUID(4, 2)));
    ImportProducts imports = useCases.importProducts();

    Report report =
        imports.run(command, List.<ImportLine>of(entry(2, "N", 1, "EUR", null)).iterator());

    assertThat(report.done().id()).isEqualTo(new UUID(4, 2));
    assertThatThrownBy(
            () ->
                imports.run(command, List.<ImportLine>of(entry(2, "O", 1, "EUR", null)).iterator()))
        .isInstanceOf(ImportIdTaken.class);
    assertThat(products("O")).isEmpty();
    assertThat(useCases.readImports().read(new UUID(4, 2))).isEqualTo(report.done());
  }

  @Test
  void onlyTheFirstRefusedLinesAreNamedButAllAreCounted() {
    List<ImportLine> lines = new ArrayList<>();
    for (int line = 0; line < 10_500; line++) {
      lines.add(new Bad(line + 2, "bad"));
    }

    Report report = run(false, lines);

    assertThat(report.rejected()).hasSize(ImportProducts.MOST_NAMED);
    assertThat(report.done().rejected()).isEqualTo(10_500);
  }
}
