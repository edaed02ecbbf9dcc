package org.orders.adapter.rest.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a wire type that is read from request bodies, and says how it may be sent. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Body {

  /** The media types in which it is understood. */
  String[] types() default "application/json";

  /** Whether no body at all stands for an empty object. */
  boolean optional() default false;

  /** A representation whose other fields may be sent back, as long as they are the present ones. */
  Class<?> mayRepeat() default Void.class;
}
