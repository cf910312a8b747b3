/** A bank is rehearsed offline: every preset is primed, played with a phrase, measured and judged. The thread that rehearses. */
package org.chronus.instrument.rehearsal;
