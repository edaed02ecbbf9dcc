/** What tests of all layers share. */
@NullMarked
package org.orders.domain;

import org.jspecify.annotations.NullMarked;
