package org.orders.adapter.rest.list;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orders.application.shared.Fingerprints;
import org.orders.application.shared.PageRequest.Position;

/** What a cursor is good for. */
class CursorTest {

  private static final Fingerprints KEYED = content -> "key of " + content.hashCode() + " and more";

  private static Cursor of(String list) {
    return new Cursor(KEYED, list);
  }

  @Test
  void aCursorLeadsBackToItsPosition() {
    Position position = new Position("2026-03-01T09:30:00.123456Z,0190-7000:5");
    String cursor = of("/orders?status=PENDING").write(position);
    assertThat(cursor).matches("[A-Za-z0-9_-]+");
    assertThat(of("/orders?status=PENDING").read(cursor)).contains(position);
  }

  @Test
  void aCursorIsOfNoUseElsewhere() {
    String cursor = of("/orders?status=PENDING").write(new Position("5"));
    assertThat(of("/orders?status=SHIPPED").read(cursor)).isEmpty();
    assertThat(of("/payments?status=PENDING").read(cursor)).isEmpty();
  }

  @Test
  void aCursorCannotBeForged() {
    Cursor cursors = of("/orders?");
    String cursor = cursors.write(new Position("5"));
    for (String broken :
        new String[] {
          "", "x", cursor + "A", cursor.substring(1), cursor.substring(0, 16) + "Ng", "é".repeat(20)
        }) {
      assertThat(cursors.read(broken)).isEmpty();
    }
  }
}
