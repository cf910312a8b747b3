/**
 * What is asked for from other processes of this machine, by lines of JSON over a Unix domain socket: an adapter of the control room, and
 * the other end, which the command line is.
 *
 * <p>The thread "socket" accepts; each connection has a virtual thread of its own, so that one that stands still holds up no other.
 */
package org.chronus.instrument.socket;
