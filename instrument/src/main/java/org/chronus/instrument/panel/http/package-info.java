/**
 * What the panel has of HTTP: who may ask, by which names and with which key; the table of what is answered; replies and refusals. {@code Routes} is
 * where to begin. Virtual threads.
 */
package org.chronus.instrument.panel.http;
