package org.orders.adapter.rest.openapi;

import java.util.List;
import org.jboss.jandex.DotName;

/**
 * What an operation takes as its request's body.
 *
 * @param type the wire type it is read into
 * @param types the media types in which it is understood
 * @param optional whether it may be left out
 */
record RequestBody(DotName type, List<String> types, boolean optional) {}
