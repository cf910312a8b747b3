/** The loader: finds presets, primes them, offers them to the engine, and looks after those that come back. Loader thread. */
package org.chronus.instrument.loader;
