@NullMarked
package org.orders.replay.plan;

import org.jspecify.annotations.NullMarked;
