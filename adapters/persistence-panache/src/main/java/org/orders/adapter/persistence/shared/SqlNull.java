package org.orders.adapter.persistence.shared;

/** Nothing, of a type. */
public enum SqlNull {
  TEXT("text"),
  UUID("uuid"),
  INT8("int8"),
  UUID_ARRAY("_uuid"),
  TEXT_ARRAY("_text"),
  INT8_ARRAY("_int8"),
  INT4_ARRAY("_int4");

  private final String type;

  SqlNull(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }
}
