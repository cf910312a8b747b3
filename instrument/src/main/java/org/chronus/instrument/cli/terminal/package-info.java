/** Keys and lines of a terminal, and what is printed. */
package org.chronus.instrument.cli.terminal;
