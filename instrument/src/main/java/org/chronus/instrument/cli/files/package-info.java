/** The files that a command reads and those that it writes, which must not be the same. One thread. */
package org.chronus.instrument.cli.files;
