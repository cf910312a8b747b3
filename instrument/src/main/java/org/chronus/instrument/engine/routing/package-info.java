/** Routing: which slot a command is for, and what it does there. Audio thread. */
package org.chronus.instrument.engine.routing;
