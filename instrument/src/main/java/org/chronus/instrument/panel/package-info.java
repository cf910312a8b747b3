/**
 * A page for a phone: an adapter of the control room over HTTP, with requests and answers as on the socket, and events as they happen.
 * {@code PanelServer} is where to begin. Virtual threads; never the audio thread.
 */
package org.chronus.instrument.panel;
