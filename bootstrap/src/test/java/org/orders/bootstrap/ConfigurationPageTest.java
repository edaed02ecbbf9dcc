package org.orders.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.scheduler.Scheduled;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orders.application.job.JobType;

/** The page on configuration knows every setting of the service. */
class ConfigurationPageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("orders.house"), "docs/configuration.md");

  private static final Pattern VARIABLE = Pattern.compile("`([A-Z_]+[A-Z0-9])`");
  private static final Pattern KEY = Pattern.compile("\\$\\{(orders\\.[a-z0-9.-]+)");
  private static final Pattern OF_ONE_TYPE =
      Pattern.compile("ORDERS_JOBS_CONCURRENCY_([A-Z_]+[A-Z])");

  private static JavaClasses house;
  private static String page;

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(PAGE);
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.orders");
  }

  @Test
  void everySettingThatIsReadStandsThere() {
    Set<String> used =
        Stream.concat(injected(), scheduled())
            .filter(key -> key.startsWith("orders."))
            .map(ConfigurationPageTest::variable)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(used)
        .contains("ORDERS_RESERVATION_TTL", "ORDERS_JOBS_FORGET_EVERY", "ORDERS_JOBS_LEASE");
    assertThat(documented()).containsAll(used);
  }

  @Test
  void everyTypeOfJobThatStandsThereIsOne() throws ReflectiveOperationException {
    Set<String> types = new HashSet<>();
    for (JavaClass type : house) {
      for (JavaField field : type.getFields()) {
        if (field.getRawType().isEquivalentTo(JobType.class) && isStatic(field.reflect())) {
          types.add(typeIn(field.reflect()));
        }
      }
    }
    Set<String> named =
        OF_ONE_TYPE
            .matcher(page)
            .results()
            .map(found -> found.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.toSet());

    assertThat(types).containsAll(named);
    assertThat(types).allSatisfy(type -> assertThat(page).contains("`" + type + "`"));
  }

  private static boolean isStatic(Field field) {
    return Modifier.isStatic(field.getModifiers());
  }

  private static String typeIn(Field field) throws IllegalAccessException {
    field.setAccessible(true);
    return String.valueOf(field.get(null));
  }

  private static Stream<String> injected() {
    return house.stream()
        .flatMap(
            type ->
                Stream.concat(
                    type.getFields().stream().flatMap(field -> field.getAnnotations().stream()),
                    type.getCodeUnits().stream()
                        .flatMap(
                            unit ->
                                Stream.concat(
                                    unit.getAnnotations().stream(),
                                    unit.getParameters().stream()
                                        .flatMap(it -> it.getAnnotations().stream())))))
        .filter(it -> it.getRawType().isEquivalentTo(ConfigProperty.class))
        .map(it -> text(it, "name"));
  }

  private static Stream<String> scheduled() {
    return house.stream()
        .flatMap(type -> type.getMethods().stream())
        .flatMap(method -> method.getAnnotations().stream())
        .filter(it -> it.getRawType().isEquivalentTo(Scheduled.class))
        .map(it -> KEY.matcher(text(it, "every")))
        .flatMap(found -> found.results().map(key -> key.group(1)));
  }

  private static String text(JavaAnnotation<?> annotation, String member) {
    return annotation.get(member).map(String::valueOf).orElse("");
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** The names on the page; {@code _B} behind {@code X_A} stands for {@code X_B}. */
  private static Set<String> documented() {
    Set<String> names = new TreeSet<>();
    String first = "";
    for (MatchResult found : VARIABLE.matcher(page).results().toList()) {
      String name = found.group(1);
      if (!name.startsWith("_")) {
        first = name;
      }
      names.add(name);
      for (int at = first.indexOf('_'); at > 0; at = first.indexOf('_', at + 1)) {
        names.add(name.startsWith("_") ? first.substring(0, at) + name : name);
      }
    }
    return names;
  }
}
