/**
 * Commands: what a player, a file or a script asks for, as one sealed family of immutable records. Any thread may make and read them.
 */
package org.chronus.midi.command;
