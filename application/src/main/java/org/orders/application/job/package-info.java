/**
 * Work that is asked for now and done later, outside the request: each job is a row that commits
 * with the change that asks for it, and is done by whichever replica takes it.
 */
@NullMarked
package org.orders.application.job;

import org.jspecify.annotations.NullMarked;
