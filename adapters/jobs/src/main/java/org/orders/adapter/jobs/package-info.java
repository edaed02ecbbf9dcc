/** Work that nobody waits for: what time starts, and what was asked for to be done later. */
@NullMarked
package org.orders.adapter.jobs;

import org.jspecify.annotations.NullMarked;
