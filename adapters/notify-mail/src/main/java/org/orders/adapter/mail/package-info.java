/** Mails: written from templates, and carried to a mail server or into a folder. */
@NullMarked
package org.orders.adapter.mail;

import org.jspecify.annotations.NullMarked;
