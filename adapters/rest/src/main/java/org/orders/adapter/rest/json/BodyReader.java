package org.orders.adapter.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orders.adapter.rest.problem.HttpFailure;
import org.orders.adapter.rest.problem.HttpProblem;
import org.orders.domain.shared.InvalidValue;
import org.orders.domain.shared.InvalidValue.Violation;

/**
 * The way a request's body takes into a wire record: its size, its media type, its form, its
 * fields, and their limits, in this order.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class BodyReader implements MessageBodyReader<Record> {

  /** The most bytes a body may have. */
  static final int MAX_BYTES = 1_000_000;

  private final Validator validator;
  private final ReceivedBody received;

  @Inject
  BodyReader(Validator validator, ReceivedBody received) {
    this.validator = validator;
    this.received = received;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type.isAnnotationPresent(Body.class);
  }

  @Override
  public Record readFrom(
      Class<Record> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    Body body = type.getAnnotation(Body.class);
    refuseDeclaredSize(headers.getFirst(HttpHeaders.CONTENT_LENGTH));
    String sentAs = headers.getFirst(HttpHeaders.CONTENT_TYPE);
    byte[] document = stream.readNBytes(MAX_BYTES + 1);
    if (document.length > MAX_BYTES) {
      throw new HttpFailure(HttpProblem.BODY_TOO_LARGE);
    }
    if (document.length > 0) {
      PlainBody.require(headers.get(HttpHeaders.CONTENT_ENCODING));
      requireOneOf(body.types(), sentAs == null ? "" : sentAs);
    }
    return read(type, body, tree(body, document, sentAs));
  }

  private static ObjectNode tree(Body body, byte[] document, @Nullable String sentAs) {
    if (document.length == 0 && body.optional()) {
      return JsonNodeFactory.instance.objectNode();
    }
    boolean form =
        sentAs != null && mediaType(sentAs).equals(MediaType.APPLICATION_FORM_URLENCODED);
    JsonNode tree = form ? FormFields.parse(document) : StrictJson.parse(document);
    if (!(tree instanceof ObjectNode object)) {
      throw new InvalidValue(List.of(new Violation("", "must be an object")));
    }
    return object;
  }

  /**
   * The record that the tree holds.
   *
   * @throws InvalidValue naming everything that is wrong
   */
  private <T> T read(Class<T> type, Body body, ObjectNode tree) {
    ObjectNode fields = tree.deepCopy();
    ObjectNode repeated = JsonNodeFactory.instance.objectNode();
    if (body.mayRepeat() != Void.class) {
      Set<String> own = RecordReader.names(type);
      for (String name : RecordReader.names(body.mayRepeat())) {
        if (!own.contains(name) && fields.has(name)) {
          repeated.set(name, fields.remove(name));
        }
      }
    }
    Complaints complaints = new Complaints();
    T read = new RecordReader(complaints).read(fields, type, "");
    validate(read, complaints);
    complaints.refuseAny();
    received.set(tree, repeated);
    return read;
  }

  /**
   * The record that a tree holds which this service put together itself.
   *
   * @throws InvalidValue naming everything that is wrong
   */
  public <T> T read(Class<T> type, ObjectNode tree) {
    Complaints complaints = new Complaints();
    T read = new RecordReader(complaints).read(tree, type, "");
    validate(read, complaints);
    complaints.refuseAny();
    return read;
  }

  private void validate(Object read, Complaints complaints) {
    for (ConstraintViolation<?> violation : validator.validate(read)) {
      if (!fits(violation)) {
        complaints.add(pointer(violation.getPropertyPath()), violation.getMessage());
      }
    }
  }

  /**
   * Whether a text is of a fitting length after all: Java counts an emoji twice, the rest of the
   * service and its description count characters.
   */
  private static boolean fits(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAnnotation() instanceof Size size
        && violation.getInvalidValue() instanceof String text
        && text.length() > size.max()
        && text.codePointCount(0, text.length()) <= size.max();
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(node.getName());
      }
    }
    return pointer.toString();
  }

  private static void refuseDeclaredSize(@Nullable String declared) {
    try {
      if (declared != null && Long.parseLong(declared) > MAX_BYTES) {
        throw new HttpFailure(HttpProblem.BODY_TOO_LARGE);
      }
    } catch (NumberFormatException tooLongToBeANumber) {
      throw new HttpFailure(HttpProblem.BODY_TOO_LARGE);
    }
  }

  private static void requireOneOf(String[] types, String sentAs) {
    if (!Arrays.asList(types).contains(mediaType(sentAs))) {
      throw new HttpFailure(HttpProblem.UNSUPPORTED_MEDIA_TYPE);
    }
  }

  private static String mediaType(String sentAs) {
    int parameters = sentAs.indexOf(';');
    return (parameters < 0 ? sentAs : sentAs.substring(0, parameters))
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
