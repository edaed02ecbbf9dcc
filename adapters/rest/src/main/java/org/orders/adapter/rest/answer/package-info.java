/** Answers: entity tags, preconditions, and replays of what was answered before. */
@NullMarked
package org.orders.adapter.rest.answer;

import org.jspecify.annotations.NullMarked;
