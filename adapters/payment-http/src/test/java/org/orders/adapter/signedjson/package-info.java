/** Tests of the adapter against a server that speaks its protocol. */
@NullMarked
package org.orders.adapter.signedjson;

import org.jspecify.annotations.NullMarked;
