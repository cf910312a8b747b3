package org.chronus.presets.preset;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of players that a part may have, with their settings in words. Immutable; any thread. */
public enum PlayerKind {
    ARPEGGIATOR("an arpeggiator", "plays the keys that are held one after the other, in tempo",
            new Setting("order", "up|down|up_down|played|random|chord", "up", "by pitch, as they were pressed, by lot, or all at once"),
            new Setting("octaves", "1 .. 4", "1", "through which the keys go up"),
            new Setting("step", "10 ms .. 60 s, or beat", "0.25 beat", "from one note to the next; on the beat of a song that runs"),
            new Setting("gate", "1 % .. 100 %", "50 %", "the share of a step for which a note lasts; 100 % is legato"),
            new Setting("swing", "0 % .. 75 %", "0 %", "the share of a step by which every second one comes late; 33 % is in triplets"),
            new Setting("latch", "yes|no", "no", "keys stay until all were let go and another one is struck")),
    CHORD("a chord memory", "plays a chord with each key",
            new Setting("notes", "[-48 .. 48]", "", "semitones from the key to each note, up to 16")),
    SCALE("a scale lock", "plays the nearest note of a scale with each key, of two the lower",
            new Setting("root", "C .. B", "C", "the first note of the scale"),
            new Setting("notes", "[0 .. 11]", "", "semitones from the root to each note"));

    /**
     * A setting.
     *
     * @param values those that it takes
     * @param normal what it is if a preset says nothing; empty if a preset must
     */
    public record Setting(String name, String values, String normal, String meaning) { }

    private final String phrase;
    private final String meaning;
    private final List<Setting> settings;

    PlayerKind(String phrase, String meaning, Setting... settings) {
        this.phrase = phrase;
        this.meaning = meaning;
        this.settings = List.of(settings);
    }

    /** As presets have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In a line. */
    public String meaning() {
        return meaning;
    }

    /** In the order in which they are best explained. */
    public List<Setting> settings() {
        return settings;
    }

    /** For messages. */
    String phrase() {
        return phrase;
    }

    /** The keys of a player of this kind. */
    List<String> keys() {
        return Stream.concat(Stream.of("type"), settings.stream().map(Setting::name)).toList();
    }
}
