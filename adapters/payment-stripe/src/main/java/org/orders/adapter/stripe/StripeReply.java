package org.orders.adapter.stripe;

import com.google.gson.JsonObject;

/** What came back from Stripe, by how far it can be believed. */
sealed interface StripeReply {

  /** It was done; this is the object. */
  record Done(JsonObject object) implements StripeReply {}

  /** It was not done, for the reason in the error object. */
  record Refused(int status, JsonObject error) implements StripeReply {

    String code() {
      return StripeJson.text(error, "code");
    }

    String parameter() {
      return StripeJson.text(error, "param");
    }
  }

  /**
   * Whether it was done is open: no answer, or one that says nothing about it.
   *
   * @param replayed the answer is a recorded one: what it answers has ended, whatever it did
   * @param keyIsSpent under this key Stripe may never answer anything else
   */
  record Open(boolean replayed, boolean keyIsSpent) implements StripeReply {

    /** No answer, or one that will not stay so. */
    static final Open FOR_NOW = new Open(false, false);
  }
}
