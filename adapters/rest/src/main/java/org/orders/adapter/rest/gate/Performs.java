package org.orders.adapter.rest.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.orders.application.access.Operation;

/** Names the operation of the application's table of roles that a resource method performs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Performs {
  Operation value();

  /** Whether it answers a file of comma-separated values to those who would rather have that. */
  boolean alsoCsv() default false;

  /** The media type of its answers that are 2xx. */
  String answers() default "application/json";
}
