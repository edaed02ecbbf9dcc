/** Carriers that are reached by EasyPost's API. */
@NullMarked
package org.orders.adapter.easypost;

import org.jspecify.annotations.NullMarked;
