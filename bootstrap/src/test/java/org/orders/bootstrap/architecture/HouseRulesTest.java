package org.orders.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house keeps its rules, and a house that breaks them would be found out. */
class HouseRulesTest {

  private static final String VIOLATION = HouseRulesTest.class.getPackageName() + ".violation";

  /** For each rule the class that breaks it. */
  private static final Map<String, String> CULPRITS =
      Map.of(
          "the domain depends on the language alone", "StoredOrder",
          "the application depends on the domain alone", "PlaceOrderHandler",
          "no adapter depends on another", "OrderResource",
          "nobody depends on what wires them", "OrderTable",
          "time, chance and place come in from outside", "TimedOrder",
          "a use case is known by its port", "PlaceOrderHandler",
          "names say what a thing is", "OrderManager",
          "every package says what may be null", "UnmarkedOrder");

  private static JavaClasses house;
  private static JavaClasses brokenHouse;

  @BeforeAll
  static void readTheClasses() {
    house =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.orders");
    brokenHouse = new ClassFileImporter().importPackages(VIOLATION);
  }

  @TestFactory
  Stream<DynamicTest> theHouseKeepsItsRules() {
    return HouseRules.below("org.orders").entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
  }

  @TestFactory
  Stream<DynamicTest> aHouseThatBreaksARuleIsFoundOut() {
    return HouseRules.below(VIOLATION).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> {
                      EvaluationResult found = rule.getValue().evaluate(brokenHouse);
                      assertThat(found.hasViolation()).isTrue();
                      assertThat(found.getFailureReport().toString())
                          .contains(CULPRITS.get(rule.getKey()));
                    }));
  }

  @Test
  void everyRuleHasItsCulprit() {
    assertThat(HouseRules.below("org.orders").keySet()).isEqualTo(CULPRITS.keySet());
  }

  private static final List<String> TESTING =
      List.of("adapters/contract-kit", "src-test-integration");

  @TestFactory
  Stream<DynamicTest> noClassIsOverlooked() throws IOException {
    return House.modules().stream()
        // What only tests is no part of the service.
        .filter(module -> !TESTING.contains(module))
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module,
                    () ->
                        assertThat(house.stream().map(type -> type.getName()))
                            .containsAll(compiledClasses(module))));
  }

  private static List<String> compiledClasses(String module) throws IOException {
    Path root = House.ROOT.resolve(module).resolve("target/classes");
    try (Stream<Path> files = Files.walk(root.resolve("org/orders"))) {
      List<String> names =
          files
              .map(file -> root.relativize(file).toString())
              .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
              .map(name -> name.replace(".class", "").replace(File.separatorChar, '.'))
              .toList();
      assertThat(names).as("classes compiled in " + module).isNotEmpty();
      return names;
    }
  }

  @Test
  void everyClassLivesInARoomTheRulesKnow() {
    assertThat(
            house.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith("org.orders."))
                .map(name -> name.replaceFirst("org\\.orders\\.(\\w+).*", "$1"))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(
            Set.of("domain", "application", "adapter", "standin", "bootstrap", "contractkit"));
  }
}
