package org.chronus.instrument.loader;

/**
 * A program that is likely to be asked for next. Immutable; any thread.
 *
 * @param preset  the name of its preset
 * @param isReady true if its patch waits primed, so that it plays as soon as it is asked for
 */
public record ExpectedProgram(String preset, boolean isReady) { }
