package org.orders.adapter.persistence.shared;

/** A statement's parameter of the type jsonb. */
public record SqlJson(String text) {

  @Override
  public String toString() {
    return "jsonb";
  }
}
