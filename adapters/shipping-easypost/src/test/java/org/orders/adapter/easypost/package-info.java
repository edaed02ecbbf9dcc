/** Tests of the EasyPost adapter against a server that speaks EasyPost's API. */
@NullMarked
package org.orders.adapter.easypost;

import org.jspecify.annotations.NullMarked;
