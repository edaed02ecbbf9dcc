package org.orders.adapter.rest.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which names of a request are taken over. */
class RequestTraceTest {

  @Test
  void saneIdsAreTheCallersOwn() {
    assertThat(RequestTrace.from("a.b_c-1", null).requestId()).isEqualTo("a.b_c-1");
  }

  @Test
  void othersAreReplaced() {
    for (String id :
        new String[] {
          "", "a b", "4242424242424242", "ref-4242424242424242", "x".repeat(129), "a\nb", "é"
        }) {
      assertThat(RequestTrace.from(id, null).requestId()).isNotEqualTo(id).hasSize(36);
    }
  }

  @Test
  void aTraceIsFollowedOrBegun() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    assertThat(RequestTrace.from(null, "00-" + trace + "-b7ad6b7169203331-01").traceId())
        .isEqualTo(trace);
    for (String parent :
        new String[] {
          "00-" + "0".repeat(32) + "-b7ad6b7169203331-01",
          "ff-" + trace + "-b7ad6b7169203331-01",
          trace
        }) {
      assertThat(RequestTrace.from(null, parent).traceId()).isNotEqualTo(trace).hasSize(32);
    }
  }
}
