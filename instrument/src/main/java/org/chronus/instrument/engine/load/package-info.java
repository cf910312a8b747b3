/** Load: how much of a block's time is used, and what is taken away before a deadline is missed. Audio thread. */
package org.chronus.instrument.engine.load;
