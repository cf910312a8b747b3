/**
 * Commands from players, files and scripts, as one sealed family of immutable records. Any thread.
 */
package org.chronus.midi.command;
