package org.orders.adapter.rest.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How answers are kept. */
class AnswerTest {

  @Test
  void whatWasKeptIsTheAnswer() {
    Answer created = Answer.created("/things/1", Map.of("text", "two\nlines"));
    assertThat(Answer.read(created.recorded())).isEqualTo(created);
    Answer found = Answer.ok(Map.of());
    assertThat(Answer.read(found.recorded())).isEqualTo(found);
  }

  @Test
  void whatIsAddedIsNoPartOfTheVersion() {
    Answer answer = Answer.ok(Map.of("id", 1));
    Answer more = answer.with("accessToken", "a.b.c");
    assertThat(more.body()).isEqualTo("{\"id\":1,\"accessToken\":\"a.b.c\"}");
    assertThat(more.tag()).isEqualTo(answer.tag());
  }
}
