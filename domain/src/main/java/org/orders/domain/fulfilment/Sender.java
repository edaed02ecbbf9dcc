package org.orders.domain.fulfilment;

import org.orders.domain.shared.Address;
import org.orders.domain.shared.PersonName;
import org.orders.domain.shared.PhoneNumber;

/**
 * Who sends parcels from here: what stands on labels as the sender, and where parcels come back.
 */
public record Sender(PersonName name, Address address, PhoneNumber phone) {}
