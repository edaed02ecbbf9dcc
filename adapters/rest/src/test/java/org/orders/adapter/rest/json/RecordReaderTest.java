package org.orders.adapter.rest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** How strictly bodies are read. */
class RecordReaderTest {

  record Inner(String name) {}

  enum Colour {
    RED
  }

  record Wire(
      String text,
      Integer whole,
      Long large,
      BigDecimal number,
      Boolean flag,
      UUID id,
      Colour colour,
      Inner inner,
      List<Inner> list) {}

  private static Wire read(String document) {
    Complaints complaints = new Complaints();
    ObjectNode tree = (ObjectNode) StrictJson.parse(document.getBytes(UTF_8));
    Wire wire = new RecordReader(complaints).read(tree, Wire.class, "");
    complaints.refuseAny();
    return wire;
  }

  private static List<Violation> violations(String document) {
    return catchThrowableOfType(InvalidValue.class, () -> read(document)).violations();
  }

  @Test
  void whatIsRightIsRead() {
    Wire wire =
        read(
            """
            {"text": "ก", "whole": 1, "large": 9000000000, "number": 12.50, "flag": true,
             "id": "01900000-0000-7000-8000-000000000001", "colour": "RED",
             "inner": {"name": "a"}, "list": [{"name": "b"}]}""");
    assertThat(wire.number()).isEqualTo(new BigDecimal("12.50"));
    assertThat(wire.list()).containsExactly(new Inner("b"));
    assertThat(read("{\"text\": null}").text()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'text': 1}; /text",
        "{'text': true}; /text",
        "{'text': 'a\\u0000'}; /text",
        "{'text': '\\ud800'}; /text",
        "{'whole': '1'}; /whole",
        "{'whole': 1.0}; /whole",
        "{'whole': 3000000000}; /whole",
        "{'whole': ''}; /whole",
        "{'large': 99999999999999999999}; /large",
        "{'number': '1'}; /number",
        "{'flag': 1}; /flag",
        "{'flag': 'true'}; /flag",
        "{'id': 'x'}; /id",
        "{'id': 'AZAAAAAAcACAAAAAAAAAAQ=='}; /id",
        "{'colour': 'red'}; /colour",
        "{'colour': 0}; /colour",
        "{'inner': []}; /inner",
        "{'inner': {'nick': 1}}; /inner/nick",
        "{'list': {}}; /list",
        "{'list': [null]}; /list/0",
        "{'list': [{}, {'name': 1}]}; /list/1/name",
        "{'a/b~c': 1}; /a~1b~0c",
        "{'inner': {'name': 'a', 'name': 'b'}}; /inner/name"
      })
  void whatIsWrongIsNamedByItsPlace(String document, String pointer) {
    assertThat(violations(document.replace('\'', '"')))
        .extracting(Violation::pointer)
        .containsExactly(pointer);
  }

  @Test
  void allThatIsWrongIsNamed() {
    assertThat(violations("{\"text\": 1, \"whole\": \"a\", \"nick\": 1}")).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"{", "{}}", "{} {}", "{'a'}", "[1,]", "NaN", "{'a': 01}"})
  void whatIsNoJsonIsWrongAsAWhole(String document) {
    assertThat(violations(document.replace('\'', '"')))
        .extracting(Violation::pointer)
        .containsExactly("");
  }
}
