/** Looks at a computer as a place for an instrument: what of its settings would be heard, and how to change them. Any thread but audio. */
package org.chronus.instrument.doctor;
