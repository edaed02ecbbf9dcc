package org.orders.adapter.rest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/** Reads JSON documents, with every number as exact as it was written and no field twice. */
final class StrictJson {

  private static final int MAX_DEPTH = 50;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private StrictJson() {}

  /**
   * The document as a tree.
   *
   * @throws InvalidValue when it is not one JSON document
   */
  static JsonNode parse(byte[] document) {
    try (JsonParser parser = MAPPER.createParser(document)) {
      JsonNode tree = tree(parser);
      if (tree == null || parser.nextToken() != null) {
        throw malformed();
      }
      return tree;
    } catch (IOException broken) {
      throw malformed();
    }
  }

  private static JsonNode tree(JsonParser parser) throws IOException {
    try {
      return MAPPER.reader().readTree(parser);
    } catch (MismatchedInputException repeated) {
      String place = parser.getParsingContext().pathAsPointer().toString();
      throw new InvalidValue(
          List.of(new Violation(Complaints.shortened(place), "must not stand there twice")));
    }
  }

  private static InvalidValue malformed() {
    return new InvalidValue(List.of(new Violation("", "is not well-formed JSON")));
  }
}
