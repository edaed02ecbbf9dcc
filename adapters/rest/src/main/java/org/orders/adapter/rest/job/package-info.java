/** Work in the background, as administrators see it. */
@NullMarked
package org.orders.adapter.rest.job;

import org.jspecify.annotations.NullMarked;
