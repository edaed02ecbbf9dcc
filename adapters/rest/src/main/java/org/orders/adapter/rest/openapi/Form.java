package org.orders.adapter.rest.openapi;

/** In what form an operation answers, from which follows what header fields go both ways. */
public enum Form {
  /** A single thing that has a version: {@code ETag}, and the conditions upon it. */
  THING,
  /** Something that has no version. */
  CONTENT,
  /** A page of a list. */
  PAGE,
  /** An array that is there as a whole. */
  ARRAY,
  /** A document to be printed. */
  PDF,
  /** Nothing: 204. */
  NOTHING
}
