/** Random playing for a long time, with everything measured. */
package org.chronus.instrument.soak;
