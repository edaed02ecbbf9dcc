package org.orders.application.shared;

import java.util.UUID;

/** Where new ids come from: UUIDs of version 7, so that they sort by the time they were made. */
public interface IdGenerator {

  UUID next();
}
