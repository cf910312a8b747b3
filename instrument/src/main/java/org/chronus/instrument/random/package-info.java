/** Random commands, for warm-ups and long tests. */
package org.chronus.instrument.random;
