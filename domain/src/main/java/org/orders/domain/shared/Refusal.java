package org.orders.domain.shared;

import java.util.Map;

/**
 * What the service will not do, and why: a stable code for programs, a message for people, details
 * for both. Never carries personal data or secrets, because it may be logged.
 */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What sort of "no" it is; adapters map it to what their protocol knows. */
  public enum Kind {
    /** The request itself is wrong; sending it again is of no use. */
    INVALID,
    /** The caller did not prove who they are. */
    UNAUTHENTICATED,
    /** The caller's role may not do this. */
    FORBIDDEN,
    /** It is not there, or not for this caller. */
    NOT_FOUND,
    /** The present state of things does not allow it. */
    CONFLICT,
    /** The caller rested on a version that is no longer the present one. */
    STALE,
    /** Well formed, but what it speaks of does not fit. */
    UNPROCESSABLE,
    /** Too much in too little time. */
    RATE_LIMITED,
    /** A neighbour this needs is away; the same request may succeed later. */
    UNAVAILABLE
  }

  private final Kind kind;
  private final String code;
  private final transient Map<String, Object> details;

  protected Refusal(Kind kind, String code, String message, Map<String, Object> details) {
    // Refusals are answers, not accidents: they need no stack trace and cost next to nothing.
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
    this.details = Map.copyOf(details);
  }

  protected Refusal(Kind kind, String code, String message) {
    this(kind, code, message, Map.of());
  }

  public Kind kind() {
    return kind;
  }

  /** Stable, lower case with hyphens; part of the published contract. */
  public String code() {
    return code;
  }

  /** The message, which a refusal always has. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Further members of the answer: names of the contract to plain values, lists and maps. */
  public Map<String, Object> details() {
    return details;
  }
}
