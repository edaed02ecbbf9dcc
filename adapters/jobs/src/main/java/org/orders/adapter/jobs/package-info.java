/** Work that the passing of time starts; every replica does it, and none gets in another's way. */
@NullMarked
package org.orders.adapter.jobs;

import org.jspecify.annotations.NullMarked;
