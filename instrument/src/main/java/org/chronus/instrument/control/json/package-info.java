/** Requests of the control room as JSON objects, and its answers: for the socket and the panel. Stateless; any thread. */
package org.chronus.instrument.control.json;
