package org.chronus.instrument.control.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be asked for by the socket and the panel: the word after {@code do}, its fields, and what it does. Immutable; any thread. */
public enum JsonWord {
    STATUS("status", "", "{\"do\":\"status\"}", "tells what it does now, see below"),
    PROGRAM("program", "number [bank]", "{\"do\":\"program\",\"number\":5}", "a program change, from 0 as on the wire; answered when it plays"),
    NEXT("next", "[tag]", "{\"do\":\"next\"}", "the next program of the set list, or the next that has a tag; answered when it plays"),
    PREVIOUS("previous", "[tag]", "{\"do\":\"previous\"}", "the one before"),
    LOAD("load", "preset", "{\"do\":\"load\",\"preset\":\"Warm pad\"}",
            "makes a preset play that need not be in the bank, by its name or path; answered when it plays"),
    RELOAD("reload", "", "{\"do\":\"reload\"}", "reads the bank and what plays again, and plays them as their files are now; answered when it plays"),
    TEXT("text", "", "{\"do\":\"text\"}", "the text of the preset that plays, or of the draft; with where it comes from, and what is saved there"),
    CHECK("check", "text", "{\"do\":\"check\",\"text\":\"chronus: 1\"}",
            "looks at a preset's text: `good`, and `problems`, each with line, column, severity, what and cure"),
    PLAY_TEXT("play-text", "text", "{\"do\":\"play-text\",\"text\":\"chronus: 1\"}", "makes a text play; answered when it plays"),
    SAVE_TEXT("save-text", "text [name] [over]", "{\"do\":\"save-text\",\"text\":\"chronus: 1\",\"name\":\"My pad\"}",
            "writes a good text into the folder of presets; with `over` true also over a file that was not written from here"),
    BANK("bank", "", "{\"do\":\"bank\"}", "the bank that is played: its text, its programs with their levels, and its set"),
    ORDER("order", "order [bank] [set] [read] [over]", "{\"do\":\"order\",\"order\":[2,0,1]}",
            "puts the programs of a bank, by their numbers from 0, behind its lowest number, the next, and so on, in its file as well; with `set` true the "
                    + "places of its set; `read` is what `bank` said, and refuses if the file has changed since, but for `over`"),
    LEVEL("level", "number level [bank] [read] [over]", "{\"do\":\"level\",\"number\":1,\"level\":-4.5}",
            "writes the level of a program, in dB: into its preset's file, or into the bank's if its preset came with Chronus; `bank` says which, and what "
                    + "`read` is for that file; it is heard once the program is played anew, or after `reload`"),
    SET("set", "module port value", "{\"do\":\"set\",\"module\":\"filter\",\"port\":\"cutoff\",\"value\":900}",
            "sets an input of what plays, or of a draft, in its unit; answered with the value, within its range"),
    NOTE("note", "key velocity [channel]", "{\"do\":\"note\",\"key\":60,\"velocity\":90}", "a key; velocity 1 to 127 strikes, 0 lifts"),
    LEARN("learn", "parameter [knob] [pick-up]", "{\"do\":\"learn\",\"parameter\":\"filter.cutoff\"}",
            "binds the controller that is moved next, within a minute, to a port, as `chronus learn` does; `knob` is `absolute`, `twos`, `offset` or "
                    + "`sign`, `pick-up` true or false; answered with keyboard, channel and controller"),
    FORGET("forget", "parameter", "{\"do\":\"forget\",\"parameter\":\"filter.cutoff\"}",
            "lets go of the parameter, for good, and no longer waits for it"),
    PANIC("panic", "", "{\"do\":\"panic\"}", "silence, within milliseconds"),
    RECORD("record", "path", "{\"do\":\"record\",\"path\":\"/home/me/take.wav\"}", "records all that is heard into a new file, 24-bit WAV"),
    RECORD_STOP("record-stop", "", "{\"do\":\"record-stop\"}", "ends the recording; answered when the file is complete"),
    RECORD_STATUS("record-status", "", "{\"do\":\"record-status\"}", "`recording`, file, seconds, frames lost; or `idle`"),
    DUMP("dump", "path", "{\"do\":\"dump\",\"path\":\"/home/me/take.jsonl\"}",
            "writes what led up to now into a new file; answered when it is complete");

    private final String word;
    private final String fields;
    private final String example;
    private final String meaning;

    JsonWord(String word, String fields, String example, String meaning) {
        this.word = word;
        this.fields = fields;
        this.example = example;
        this.meaning = meaning;
    }

    /** As it is sent. */
    public String word() {
        return word;
    }

    /** A request that is right. */
    String example() {
        return example;
    }

    /** The names of fields that must be there. */
    List<String> needed() {
        return names().filter(name -> !name.startsWith("[")).toList();
    }

    /** The names of all fields. */
    List<String> known() {
        return names().map(name -> name.replaceAll("[\\[\\]]", "")).toList();
    }

    private Stream<String> names() {
        return fields.isEmpty() ? Stream.empty() : Stream.of(fields.split(" "));
    }

    /** What a word means; nothing if it is unknown. */
    static Optional<JsonWord> find(String word) {
        return Stream.of(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    /** The words in a line. */
    static String all() {
        return Stream.of(values()).map(JsonWord::word).collect(Collectors.joining(", "));
    }

    /** The whole chart, as Markdown. */
    public static String text() {
        return Stream.of(values()).map(each -> "| `" + each.word + "` | " + each.fields + " | `" + each.example + "` | " + each.meaning + " |")
                .collect(Collectors.joining("\n", "| do | fields | such as | what it does |\n|---|---|---|---|\n", "\n"));
    }
}
