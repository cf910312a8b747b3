/**
 * Sound on disk: presets and banks as people write them, read into the plans that the loader builds patches from.
 *
 * <p>A text passes through {@code YamlTree} (words with their places), then through one reader for each section ({@code ModulesReader},
 * {@code CableReader}, {@code ControllersReader}, {@code PartReader}), then through the checks of the whole ({@code GraphCheck},
 * {@code LoopCheck}). All of them write to one list of {@link org.chronus.presets.Problem}s, so that one reading tells everything.
 *
 * <p>What a player says of MIDI devices is read here as well ({@code DevicesReader}), with the same care.
 *
 * <p>Everything here is for any thread but the audio thread: it allocates and reads files.
 */
package org.chronus.presets;
