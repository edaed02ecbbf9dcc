package org.orders.adapter.rest.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the description of the API says of an operation beyond what its code says. Everything that
 * follows from the rest (roles, header fields, the problems all operations share) is added by
 * {@link ApiDescription}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {

  /** What it does, in a few words. */
  String summary();

  /** What one has to know to use it. */
  String description();

  /** The statuses of its answers that are 2xx. */
  int[] status() default 200;

  /** The form of its answers that are 2xx. */
  Form form() default Form.THING;

  /** The wire type of what is answered, or of the items of it. */
  Class<?> answers() default Void.class;

  /** A schema of {@code META-INF/openapi.yaml} that is answered where no wire type is. */
  String schema() default "";

  /** Parameters of {@code META-INF/openapi.yaml} that it takes, beside those of its form. */
  String[] parameters() default {};

  /**
   * A schema of {@code META-INF/openapi.yaml} of a file of comma-separated values that it takes.
   */
  String takes() default "";

  /** Statuses of problems that it answers beside those that follow from its form and roles. */
  int[] problems() default {};

  /** The problems it answers as 404, beside that there is no such thing. */
  String[] missing() default {};

  /** The problems it answers as 409, beside those of its form. */
  String[] conflicts() default {};

  /** The problems it answers as 422, beside those of its form. */
  String[] unprocessable() default {};
}
