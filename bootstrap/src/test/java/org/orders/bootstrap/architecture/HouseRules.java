package org.orders.bootstrap.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The rules of the house for classes below a base package, by what each of them forbids. */
final class HouseRules {

  /** What of the JDK is language rather than the world outside. */
  private static final String[] LANGUAGE = {
    "java.lang..",
    "java.math..",
    "java.time..",
    "java.util..",
    "java.text..",
    "java.nio.charset..",
    "java.security..",
    "javax.crypto..",
    "org.jspecify.annotations.."
  };

  private HouseRules() {}

  static Map<String, ArchRule> below(String base) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "the domain depends on the language alone",
        classes()
            .that()
            .resideInAPackage(base + ".domain..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(and(LANGUAGE, base + ".domain.."))
                    .or(primitivesAndTheirArrays())));
    rules.put(
        "the application depends on the domain alone",
        classes()
            .that()
            .resideInAPackage(base + ".application..")
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(and(LANGUAGE, base + ".domain..", base + ".application.."))
                    .or(primitivesAndTheirArrays())));
    rules.put(
        "no adapter depends on another",
        slices().matching(base + ".adapter.(*)..").should().notDependOnEachOther());
    rules.put(
        "nobody depends on what wires them",
        noClasses()
            .that()
            .resideInAnyPackage(base + ".domain..", base + ".application..", base + ".adapter..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(base + ".bootstrap.."));
    rules.put(
        "time, chance and place come in from outside",
        noClasses()
            .that()
            .resideInAnyPackage(base + ".domain..", base + ".application..")
            .should()
            .callCodeUnitWhere(asksTheWorld()));
    rules.put(
        "a use case is known by its port",
        classes()
            .that()
            .resideInAPackage(base + ".application..")
            .and()
            .haveSimpleNameEndingWith("Handler")
            .and()
            .areNotInterfaces()
            .should()
            .bePackagePrivate());
    rules.put(
        "names say what a thing is",
        noClasses()
            .should()
            .haveNameMatching(".*(Manager|Helper|Helpers|Util|Utils|Impl|Base|DTO|Dto)"));
    rules.put(
        "every package says what may be null", classes().should(resideInANullMarkedPackage()));
    return rules;
  }

  private static String[] and(String[] packages, String... more) {
    String[] all = Arrays.copyOf(packages, packages.length + more.length);
    System.arraycopy(more, 0, all, packages.length, more.length);
    return all;
  }

  private static DescribedPredicate<JavaClass> primitivesAndTheirArrays() {
    return DescribedPredicate.describe(
        "primitives", type -> type.getBaseComponentType().isPrimitive());
  }

  private static DescribedPredicate<JavaCall<?>> asksTheWorld() {
    return DescribedPredicate.describe(
        "ask the clock, the dice or the machine",
        call -> {
          String type = call.getTargetOwner().getName();
          String method = call.getName();
          boolean takesAClock =
              call.getTarget().getRawParameterTypes().stream()
                  .anyMatch(parameter -> parameter.getName().startsWith("java.time.Clock"));
          return switch (type) {
            case "java.lang.System" ->
                method.equals("currentTimeMillis")
                    || method.equals("nanoTime")
                    || method.equals("getenv")
                    || method.equals("getProperty");
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.lang.Math" -> method.equals("random");
            case "java.util.Random",
                "java.util.concurrent.ThreadLocalRandom",
                "java.security.SecureRandom",
                "java.util.SplittableRandom" ->
                method.equals("<init>") || method.equals("current");
            case "java.util.Date", "java.util.GregorianCalendar" -> method.equals("<init>");
            case "java.time.Clock", "java.time.InstantSource" ->
                method.startsWith("system") || method.startsWith("tick");
            case "java.time.ZoneId", "java.util.TimeZone" ->
                method.equals("systemDefault") || method.equals("getDefault");
            case "java.util.Locale" -> method.equals("getDefault");
            default -> type.startsWith("java.time.") && method.equals("now") && !takesAClock;
          };
        });
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package marked @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackage().tryGetPackageInfo().isPresent()
                && type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getName() + " resides in a package without @NullMarked"));
      }
    };
  }
}
