/** Warm-up: code is run until it is compiled before it is heard. Prime threads. */
package org.chronus.instrument.warmup;
