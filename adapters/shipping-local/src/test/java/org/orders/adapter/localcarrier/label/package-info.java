/** Tests of labels: drawn, then read again by other libraries. */
@NullMarked
package org.orders.adapter.localcarrier.label;

import org.jspecify.annotations.NullMarked;
