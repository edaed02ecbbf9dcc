package org.orders.adapter.persistence.shared;

/** What somebody looks for, as a pattern in which nothing but their own characters count. */
public record SearchText(String value) {

  /** Whether it can stand in any text at all: PostgreSQL keeps no U+0000. */
  public boolean canMatch() {
    return value.indexOf('\0') < 0;
  }

  /** The pattern of texts that contain it. */
  public String contained() {
    return "%" + escaped() + "%";
  }

  /** The pattern of texts that begin with it. */
  public String leading() {
    return escaped() + "%";
  }

  private String escaped() {
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
