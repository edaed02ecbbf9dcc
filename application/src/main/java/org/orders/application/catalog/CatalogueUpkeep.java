package org.orders.application.catalog;

/** What is done for the catalogue after much of it has changed at once. */
public interface CatalogueUpkeep {

  /**
   * Learns anew what the catalogue is like, because the quickest way to read a list depends on it.
   * Lists are right without it, too: so it waits for nobody and refuses nothing. Not inside a
   * transaction.
   */
  void learnAnew();
}
