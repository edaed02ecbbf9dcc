package org.orders.adapter.rest.gate;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orders.application.access.Operation;

/** Whether the resources and the application's table of roles belong together. */
class PerformsTest {

  @Test
  void everyResourceMethodNamesItsOperation() {
    assertThat(resourceMethods()).isNotEmpty();
    assertThat(resourceMethods())
        .allSatisfy(method -> assertThat(method.isAnnotationPresent(Performs.class)).isTrue());
  }

  @Test
  void everyOperationOfTheTableIsPerformed() {
    Set<Operation> performed =
        resourceMethods().stream()
            .map(method -> method.getAnnotation(Performs.class).value())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Operation.class)));

    assertThat(performed).containsExactlyInAnyOrder(Operation.values());
  }

  private static List<Method> resourceMethods() {
    return classes()
        .filter(type -> type.isAnnotationPresent(Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(PerformsTest::answersRequests)
        .toList();
  }

  private static boolean answersRequests(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  /** All classes of the adapter, as they were compiled. */
  private static Stream<Class<?>> classes() {
    java.nio.file.Path root =
        java.nio.file.Path.of(
            java.net.URI.create(
                Performs.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    try (Stream<java.nio.file.Path> files = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith("Resource.class"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(PerformsTest::load)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
