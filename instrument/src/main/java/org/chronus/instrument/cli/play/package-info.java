/** The command {@code play}: an instrument with its keyboards, its controls, and what it remembers. The thread of the command line. */
package org.chronus.instrument.cli.play;
