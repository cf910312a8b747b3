/** How many voices this machine holds. */
package org.chronus.instrument.bench;
