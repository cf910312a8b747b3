/** Commands for an instrument that runs in another process, which its socket leads to. */
package org.chronus.instrument.cli.remote;
