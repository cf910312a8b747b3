/** Sound that comes in from a device: read by a thread of its own into a ring, and heard by the audio thread at its own pace. */
package org.chronus.instrument.capture;
