package org.orders.adapter.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orders.adapter.rest.json.Body;

/** What the description says of wire types. */
class WireSchemasTest {

  enum Colour {
    RED,
    BLUE
  }

  record LampJson(String sku, @Nullable BigDecimal price, Colour colour) {}

  @Body(mayRepeat = LampJson.class)
  record LampChangeJson(
      @NotBlank @Size(max = 200) String name,
      @Min(1) @Max(12) @Nullable Integer bulbs,
      @Size(min = 1, max = 3) @Nullable List<LampJson> others) {}

  record EndlessJson(String text) {}

  private static final Map<String, Object> FIELDS =
      Map.of(
          "sku", Map.of("maxLength", 64, "description", "The shop's own code."),
          "WireSchemasTestLamp.note", Map.of("type", "STRING", "maxLength", 10));

  private static Map<String, Schema> schemas(Class<?> type) throws IOException {
    var index =
        Index.of(Body.class, Colour.class, LampJson.class, LampChangeJson.class, EndlessJson.class);
    var schemas = new WireSchemas(index, new Vocabulary(FIELDS));
    schemas.reference(DotName.createSimple(type));
    return schemas.all();
  }

  @Test
  void whatMayBeAbsentIsNotRequired() throws IOException {
    var lamp = schemas(LampJson.class).get("WireSchemasTestLamp");

    assertThat(lamp.getRequired()).containsExactly("sku", "colour");
    assertThat(lamp.getProperties().get("sku").getMaxLength()).isEqualTo(64);
    assertThat(lamp.getAdditionalPropertiesBoolean()).isNull();
  }

  @Test
  void aFieldThatOnlyTheVocabularyKnowsIsAdded() throws IOException {
    var lamp = schemas(LampJson.class).get("WireSchemasTestLamp");

    assertThat(lamp.getProperties()).containsKey("note");
    assertThat(lamp.getRequired()).doesNotContain("note");
  }

  @Test
  void constraintsAreThoseOfTheCode() throws IOException {
    var change = schemas(LampChangeJson.class).get("WireSchemasTestLampChange");
    var name = change.getProperties().get("name");
    var bulbs = change.getProperties().get("bulbs");

    assertThat(name.getMaxLength()).isEqualTo(200);
    assertThat(name.getMinLength()).isEqualTo(1);
    assertThat(bulbs.getMinimum()).isEqualByComparingTo("1");
    assertThat(bulbs.getMaximum()).isEqualByComparingTo("12");
  }

  @Test
  void requestsTakeNothingElseThanWhatTheyMayRepeat() throws IOException {
    var change = schemas(LampChangeJson.class).get("WireSchemasTestLampChange");

    assertThat(change.getAdditionalPropertiesBoolean()).isFalse();
    assertThat(change.getProperties().get("sku").getReadOnly()).isTrue();
    assertThat(change.getProperties().get("colour").getAllOf()).hasSize(1);
    assertThat(change.getRequired()).containsExactly("name");
  }

  @Test
  void generatedClientsCanLeaveAListOut() throws IOException {
    var change = schemas(LampChangeJson.class).get("WireSchemasTestLampChange");

    assertThat(change.getProperties().get("others").getType())
        .containsExactly(SchemaType.ARRAY, SchemaType.NULL);
  }

  @Test
  void aTextWithoutALimitEndsTheBuild() {
    assertThatThrownBy(() -> schemas(EndlessJson.class))
        .hasMessageContaining("no maxLength of WireSchemasTestEndless.text");
  }
}
