/** The commands of the command line. */
package org.chronus.instrument.cli;
