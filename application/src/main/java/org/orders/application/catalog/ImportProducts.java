package org.orders.application.catalog;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orders.domain.access.Actor;

/**
 * Takes in a file of products: a product for each line, made where its sku is new and changed where
 * it is known. Lines are taken in some at a time, each lot in a transaction of its own, while the
 * file is being read; a line that is refused spoils no other. Doing it again changes nothing more.
 */
public interface ImportProducts {

  /** The most refused lines that are named. */
  int MOST_NAMED = 10_000;

  /**
   * Takes the lines in.
   *
   * @throws ImportIdTaken when another import has the id that the caller chose
   * @param lines read as they are wanted; where reading one fails, all before stay taken in, and
   *     the failure is thrown on
   */
  Report run(Command command, Iterator<ImportLine> lines);

  /**
   * @param dryRun whether to write nothing and only tell what would be done
   * @param id chosen by the caller, who can so follow the import from its beginning; nothing where
   *     any will do
   */
  record Command(Actor actor, boolean dryRun, Optional<UUID> id) {}

  /**
   * What was done.
   *
   * @param rejected the lines that were refused, up to {@link #MOST_NAMED}; all are counted
   */
  record Report(CatalogueImport done, List<ImportLine.Bad> rejected) {}
}
