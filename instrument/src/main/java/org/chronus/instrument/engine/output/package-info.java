/** The output: the sum of all slots, limited and measured. Audio thread. */
package org.chronus.instrument.engine.output;
