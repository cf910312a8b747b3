/** Plugins in a process of their own, over shared memory: one that crashes, hangs or is late costs its own sound only. */
package org.chronus.hosting.isolation;
