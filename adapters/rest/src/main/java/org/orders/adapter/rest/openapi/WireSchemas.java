package org.orders.adapter.rest.openapi;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.json.Body;

/** Schemas of wire records, as strict as the way in which they are read. */
final class WireSchemas {

  private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
  private static final DotName BODY = DotName.createSimple(Body.class);
  private static final DotName JSON_PROPERTY =
      DotName.createSimple("com.fasterxml.jackson.annotation.JsonProperty");
  private static final int ID_LENGTH = 36;
  private static final int TIME_LENGTH = 40;

  private final IndexView index;
  private final Vocabulary vocabulary;
  private final Map<String, Schema> schemas = new TreeMap<>();

  WireSchemas(IndexView index, Vocabulary vocabulary) {
    this.index = index;
    this.vocabulary = vocabulary;
  }

  /** All schemas that were asked for so far, and those they refer to. */
  Map<String, Schema> all() {
    return schemas;
  }

  /** A reference to the schema of a wire type. */
  Schema reference(DotName type) {
    ClassInfo info =
        Objects.requireNonNull(index.getClassByName(type), () -> "not indexed: " + type);
    String name = name(info);
    if (!schemas.containsKey(name)) {
      Schema schema = OASFactory.createSchema();
      schemas.put(name, schema);
      if (info.isEnum()) {
        fillEnum(info, schema);
      } else {
        fillRecord(info, name, schema);
      }
      schema.setDescription(vocabulary.ofType(name));
    }
    return OASFactory.createSchema().ref(name);
  }

  /** What a method takes as the request's body; nothing where it takes none. */
  @Nullable RequestBody bodyOf(MethodInfo method) {
    for (Type parameter : method.parameterTypes()) {
      ClassInfo type = index.getClassByName(parameter.name());
      AnnotationInstance body = type == null ? null : type.declaredAnnotation(BODY);
      if (body != null) {
        return new RequestBody(
            parameter.name(),
            List.of(body.valueWithDefault(index, "types").asStringArray()),
            body.valueWithDefault(index, "optional").asBoolean());
      }
    }
    return null;
  }

  /** The name of a schema: that of the type without {@code Json}, after that of its owner. */
  String name(ClassInfo type) {
    String own = type.simpleName().replaceFirst("Json$", "");
    DotName owner = type.enclosingClass();
    if (owner == null) {
      return own;
    }
    String before = owner.withoutPackagePrefix().replaceFirst("Json$", "");
    return own.startsWith(before) ? own : before + own;
  }

  private static void fillEnum(ClassInfo type, Schema schema) {
    schema.addType(SchemaType.STRING);
    schema.setEnumeration(
        new ArrayList<>(type.enumConstants().stream().map(FieldInfo::name).toList()));
  }

  private void fillRecord(ClassInfo type, String name, Schema schema) {
    schema.addType(SchemaType.OBJECT);
    for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
      String field = wireName(component.field());
      Schema property = property(name, field, component.field());
      schema.addProperty(field, property);
      if (!component.field().type().hasAnnotation(NULLABLE)) {
        schema.addRequired(field);
      } else if (isOnlyRead(type)) {
        leaveOutUnlessSet(property);
      }
    }
    vocabulary.added(name).forEach(schema::addProperty);
    AnnotationInstance body = type.declaredAnnotation(BODY);
    if (body != null && body.value("mayRepeat") != null) {
      addRepeatable(body.value("mayRepeat").asClass().name(), schema);
    }
    if (isOnlyRead(type)) {
      schema.setAdditionalPropertiesBoolean(false);
    }
  }

  /** Requests are read strictly; answers may hold more some day. */
  private static boolean isOnlyRead(ClassInfo type) {
    return type.hasDeclaredAnnotation(BODY)
        || type.recordComponentsInDeclarationOrder().stream()
            .anyMatch(it -> it.field().annotations().stream().anyMatch(WireSchemas::isConstraint));
  }

  private static boolean isConstraint(AnnotationInstance annotation) {
    return annotation.name().toString().startsWith("jakarta.validation.");
  }

  /** What may be sent back as it is. */
  private void addRepeatable(DotName representation, Schema schema) {
    reference(representation);
    ClassInfo info = Objects.requireNonNull(index.getClassByName(representation));
    String name = name(info);
    for (RecordComponentInfo component : info.recordComponentsInDeclarationOrder()) {
      String field = wireName(component.field());
      if (!schema.getProperties().containsKey(field)) {
        Schema property = property(name, field, component.field());
        Schema readOnly =
            property.getRef() == null ? property : OASFactory.createSchema().addAllOf(property);
        readOnly.setReadOnly(true);
        leaveOutUnlessSet(readOnly);
        schema.addProperty(field, readOnly);
      }
    }
  }

  /** Else generated clients would send an empty list where nothing was meant. */
  private static void leaveOutUnlessSet(Schema schema) {
    if (schema.getType() != null && schema.getType().contains(SchemaType.ARRAY)) {
      schema.addType(SchemaType.NULL);
    }
  }

  private static String wireName(FieldInfo field) {
    AnnotationInstance named = field.declaredAnnotation(JSON_PROPERTY);
    return named == null || named.value() == null ? field.name() : named.value().asString();
  }

  private Schema property(String type, String field, FieldInfo code) {
    Schema schema = ofType(code.type());
    if (schema.getRef() == null) {
      constrain(code, schema);
      if (schema.getItems() != null && schema.getItems().getRef() == null) {
        vocabulary.complete(type, field + "[]", schema.getItems());
      }
      vocabulary.complete(type, field, schema);
      requireBounds(type, field, schema);
    }
    return schema;
  }

  private Schema ofType(Type type) {
    Schema schema = OASFactory.createSchema();
    return switch (type.name().toString()) {
      case "java.lang.String" -> schema.addType(SchemaType.STRING);
      case "java.util.UUID" ->
          schema
              .addType(SchemaType.STRING)
              .format("uuid")
              .minLength(ID_LENGTH)
              .maxLength(ID_LENGTH);
      case "java.time.Instant" ->
          schema.addType(SchemaType.STRING).format("date-time").maxLength(TIME_LENGTH);
      case "java.math.BigDecimal" -> schema.addType(SchemaType.NUMBER);
      case "boolean", "java.lang.Boolean" -> schema.addType(SchemaType.BOOLEAN);
      case "int", "java.lang.Integer" -> schema.addType(SchemaType.INTEGER).format("int32");
      case "long", "java.lang.Long" -> schema.addType(SchemaType.INTEGER).format("int64");
      case "java.util.List" ->
          schema
              .addType(SchemaType.ARRAY)
              .items(ofType(type.asParameterizedType().arguments().getFirst()));
      default -> reference(type.name());
    };
  }

  private static void requireBounds(String type, String field, Schema schema) {
    boolean open =
        schema.getType().contains(SchemaType.INTEGER)
                && (schema.getMinimum() == null || schema.getMaximum() == null)
            || schema.getType().contains(SchemaType.ARRAY) && schema.getMaxItems() == null;
    if (open) {
      throw new IllegalStateException(
          "META-INF/openapi.yaml says in x-fields no bounds of " + type + "." + field);
    }
  }

  private static void constrain(FieldInfo code, Schema schema) {
    for (AnnotationInstance constraint : code.declaredAnnotations()) {
      constrain(constraint, schema);
    }
  }

  private static void constrain(AnnotationInstance constraint, Schema schema) {
    String name = constraint.name().toString();
    if (name.equals(NotBlank.class.getName())) {
      schema.setMinLength(1);
      schema.setPattern("\\S");
    } else if (name.equals(Size.class.getName())) {
      size(constraint, schema);
    } else if (name.equals(Pattern.class.getName())) {
      schema.setPattern("^(" + constraint.value("regexp").asString() + ")$");
    } else if (name.equals(Min.class.getName()) || name.equals(DecimalMin.class.getName())) {
      schema.setMinimum(number(constraint.value()));
    } else if (name.equals(Max.class.getName()) || name.equals(DecimalMax.class.getName())) {
      schema.setMaximum(number(constraint.value()));
    }
  }

  private static void size(AnnotationInstance constraint, Schema schema) {
    AnnotationValue min = constraint.value("min");
    AnnotationValue max = constraint.value("max");
    boolean array = schema.getType().contains(SchemaType.ARRAY);
    if (min != null && array) {
      schema.setMinItems(min.asInt());
    } else if (min != null) {
      schema.setMinLength(min.asInt());
    }
    if (max != null && array) {
      schema.setMaxItems(max.asInt());
    } else if (max != null) {
      schema.setMaxLength(max.asInt());
    }
  }

  private static BigDecimal number(AnnotationValue value) {
    return new BigDecimal(value.value().toString());
  }

  /** The schema of a page of these items. */
  Schema page(DotName item) {
    Schema items = reference(item);
    String name = items.getRef().substring(items.getRef().lastIndexOf('/') + 1) + "List";
    if (!schemas.containsKey(name)) {
      schemas.put(
          name,
          OASFactory.createSchema()
              .addType(SchemaType.OBJECT)
              .description("A page of a list.")
              .required(List.of("items", "nextCursor"))
              .addProperty(
                  "items",
                  OASFactory.createSchema().addType(SchemaType.ARRAY).maxItems(200).items(items))
              .addProperty("nextCursor", completed(name, "nextCursor", SchemaType.STRING))
              .addProperty("total", completed(name, "total", SchemaType.INTEGER)));
    }
    return OASFactory.createSchema().ref(name);
  }

  private Schema completed(String type, String field, SchemaType kind) {
    Schema schema = OASFactory.createSchema().addType(kind);
    vocabulary.complete(type, field, schema);
    return schema;
  }
}
