package org.orders.application.catalog;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.orders.application.catalog.CatalogueImport.State;
import org.orders.application.catalog.ImportLine.Bad;
import org.orders.application.catalog.ImportLine.Entry;
import org.orders.application.shared.IdGenerator;
import org.orders.application.shared.UnitOfWork;
import org.orders.domain.catalog.Product;
import org.orders.domain.catalog.ProductChange;
import org.orders.domain.catalog.ProductId;
import org.orders.domain.catalog.ProductRepository;
import org.orders.domain.catalog.Sku;
import org.orders.domain.inventory.Stock;
import org.orders.domain.inventory.StockChange;
import org.orders.domain.inventory.StockRepository;
import org.orders.domain.inventory.StockRepository.Cause;
import org.orders.domain.shared.InvalidValue;

/**
 * Takes lots of lines in under the locks of their products and, last, of their stock. A sku that
 * comes again begins another lot, so that the lines take effect in their order.
 */
final class ImportProductsHandler implements ImportProducts {

  /** Small enough to hold its locks briefly, also on a slow disk. */
  private static final int LOT = 200;

  /** From so many lines on the catalogue may be another than it was. */
  private static final int MANY = 1_000;

  private static final String REASON = "import";

  private final ProductRepository products;
  private final StockRepository stock;
  private final ImportLog log;
  private final CatalogueUpkeep upkeep;
  private final UnitOfWork work;
  private final IdGenerator ids;
  private final InstantSource clock;

  ImportProductsHandler(
      ProductRepository products,
      StockRepository stock,
      ImportLog log,
      CatalogueUpkeep upkeep,
      UnitOfWork work,
      IdGenerator ids,
      InstantSource clock) {
    this.products = products;
    this.stock = stock;
    this.log = log;
    this.upkeep = upkeep;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** One import as it goes on. */
  private final class Run {

    private final Command command;
    private final Rehearsal rehearsal = new Rehearsal();
    private final List<Bad> named = new ArrayList<>();
    private final Map<Sku, Entry> lot = new LinkedHashMap<>();
    private final List<Bad> bad = new ArrayList<>();
    private CatalogueImport standing;

    Run(Command command) {
      this.command = command;
      Instant now = clock.instant();
      this.standing =
          new CatalogueImport(
              command.id().orElseGet(ids::next),
              command.dryRun(),
              State.RUNNING,
              0,
              0,
              0,
              0,
              command.actor(),
              now,
              now);
      CatalogueImport begun = standing;
      boolean isNew = work.run(() -> log.begin(begun));
      if (!isNew) {
        throw new ImportIdTaken();
      }
    }

    void take(ImportLine line) {
      switch (line) {
        case Bad refused -> bad.add(refused);
        case Entry entry -> {
          if (lot.containsKey(entry.sku())) {
            flush();
          }
          lot.put(entry.sku(), entry);
        }
      }
      if (lot.size() + bad.size() >= LOT) {
        flush();
      }
    }

    void flush() {
      Instant now = clock.instant();
      Lot done = work.run(() -> takeIn(now));
      standing = done.standing;
      done.refused.stream().limit(MOST_NAMED - (long) named.size()).forEach(named::add);
      rehearsal.remember(done.rehearsed);
      lot.clear();
      bad.clear();
    }

    /** Decides about the lot and writes it, together with how far things are. */
    private Lot takeIn(Instant now) {
      Decisions decisions = new Decisions(command, rehearsal, now);
      if (!lot.isEmpty()) {
        Map<Sku, Product> present =
            products.lockBySku(lot.keySet()).stream()
                .collect(Collectors.toMap(Product::sku, Function.identity()));
        lot.values()
            .forEach(
                entry -> decisions.decide(entry, Optional.ofNullable(present.get(entry.sku()))));
      }
      if (!command.dryRun()) {
        decisions.write();
      }
      List<Bad> refused = new ArrayList<>(bad);
      refused.addAll(decisions.refused);
      refused.sort(Comparator.comparingLong(Bad::line));
      CatalogueImport after =
          standing.with(
              lot.size() + (long) bad.size(),
              decisions.created,
              decisions.updated,
              refused.size(),
              now);
      log.update(after);
      return new Lot(after, refused, decisions.rehearsed);
    }

    void end(State state) {
      CatalogueImport ended = standing.in(state, clock.instant());
      work.run(() -> log.update(ended));
      standing = ended;
      if (!ended.dryRun() && ended.created() + ended.updated() >= MANY) {
        upkeep.learnAnew();
      }
    }
  }

  private record Lot(CatalogueImport standing, List<Bad> refused, List<Entry> rehearsed) {}

  /** What is to become of the lines of a lot. */
  private final class Decisions {

    private final Command command;
    private final Rehearsal rehearsal;
    private final Instant now;
    private final Map<Product, Long> added = new LinkedHashMap<>();
    private final List<Product> changed = new ArrayList<>();
    private final Map<ProductId, Long> pieces = new LinkedHashMap<>();
    private final List<Bad> refused = new ArrayList<>();
    private final List<Entry> rehearsed = new ArrayList<>();
    private long created;
    private long updated;

    Decisions(Command command, Rehearsal rehearsal, Instant now) {
      this.command = command;
      this.rehearsal = rehearsal;
      this.now = now;
    }

    void decide(Entry entry, Optional<Product> present) {
      if (present.isPresent()) {
        change(entry, present.get());
      } else if (command.dryRun() && rehearsal.hasMade(entry.sku())) {
        if (rehearsal.hasMadeInItsCurrency(entry)) {
          updated++;
        } else {
          refuse(entry, "currency: must be the one that the product has");
        }
      } else {
        create(entry);
      }
    }

    private void create(Entry entry) {
      try {
        Product product =
            Product.create(
                new ProductId(ids.next()),
                entry.sku(),
                entry.name(),
                entry.description().orElse(""),
                entry.price(),
                entry.lowStockThreshold().orElse(0),
                now);
        added.put(product, entry.inventory().orElse(0L));
        rehearsed.add(entry);
        created++;
      } catch (InvalidValue invalid) {
        refuse(entry, invalid.violations().getFirst().detail());
      }
    }

    private void change(Entry entry, Product present) {
      if (!present.isActive()) {
        refuse(entry, "sku: the product is no longer sold");
      } else if (!present.currency().equals(entry.price().currency())) {
        refuse(entry, "currency: must be " + present.currency() + ", as the product has it");
      } else {
        Product after =
            present.change(
                new ProductChange(
                    Optional.of(entry.name()),
                    entry.description(),
                    Optional.of(entry.price()),
                    entry.lowStockThreshold()),
                now);
        if (!after.equals(present)) {
          changed.add(after);
        }
        entry.inventory().ifPresent(wanted -> pieces.put(present.id(), wanted));
        updated++;
      }
    }

    private void refuse(Entry entry, String detail) {
      refused.add(new Bad(entry.line(), detail));
    }

    /** Takes all stock at once, because a new threshold concerns stock as well. */
    void write() {
      Cause cause = new Cause(REASON, null, command.actor(), now);
      Set<ProductId> touched = new HashSet<>(pieces.keySet());
      changed.forEach(product -> touched.add(product.id()));
      List<StockChange> changes = new ArrayList<>();
      if (!touched.isEmpty()) {
        for (Stock held : stock.lockAll(touched)) {
          StockChange change = held.setTo(pieces.getOrDefault(held.product(), held.available()));
          if (!change.isNone()) {
            changes.add(change);
          }
        }
      }
      products.saveAll(changed);
      products.addAll(added, cause);
      stock.apply(changes, cause);
    }
  }

  @Override
  public Report run(Command command, Iterator<ImportLine> lines) {
    Run run = new Run(command);
    boolean whole = false;
    try {
      while (lines.hasNext()) {
        run.take(lines.next());
      }
      run.flush();
      whole = true;
    } finally {
      run.end(whole ? State.DONE : State.ABORTED);
    }
    return new Report(run.standing, List.copyOf(run.named));
  }
}
