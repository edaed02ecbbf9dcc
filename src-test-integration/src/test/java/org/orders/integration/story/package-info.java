/** Random stories in the shop as it runs, and what must hold when many happen at once. */
@NullMarked
package org.orders.integration.story;

import org.jspecify.annotations.NullMarked;
