/** Long random stories that a shop must come through with nothing lost. */
@NullMarked
package org.orders.application.story;

import org.jspecify.annotations.NullMarked;
