/** CLAP's binary interface as methods: functions, memory, and lists of events. Any thread, [audio] where it is marked. */
package org.chronus.hosting.clap.abi;
