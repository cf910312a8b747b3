/**
 * CLAP plugins: their libraries, what is in them, and instances that play. Each plugin is made, changed and closed on the plugins' main
 * thread; what is marked [audio] is for the thread that runs its patch.
 */
package org.chronus.hosting.clap;
