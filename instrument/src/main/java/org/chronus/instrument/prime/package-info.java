/** Priming: a patch is built, run, tried by a test note, and put back as it was built. Prime threads. */
package org.chronus.instrument.prime;
