/** Invoice files: reading their rows, and what a row is. */
@NullMarked
package org.orders.replay.file;

import org.jspecify.annotations.NullMarked;
