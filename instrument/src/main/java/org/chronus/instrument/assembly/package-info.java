/** An instrument put together: engine, loader, set list, keyboards, audio device. Any thread but the audio thread. */
package org.chronus.instrument.assembly;
