package org.chronus.instrument.osc;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every address that is answered to, with its arguments and what it does. Immutable; any thread. */
public enum OscAddress {
    PATCH_CREATE("/patch/create", "id type", "adds a module to the draft: `osc1`, `mix/echo`, or `part/osc1` where there are parts"),
    PATCH_CONNECT("/patch/connect", "source target [amount]",
            "lays a cable, or changes its amount: a number, or a text such as `1.5 oct`; a source may be a product, `env * note.velocity`"),
    PATCH_DISCONNECT("/patch/disconnect", "source target", "takes a cable away"),
    PATCH_DELETE("/patch/delete", "id", "takes a module away, with its cables and what controllers did to it"),
    PATCH_COMMIT("/patch/commit", "[name]", "makes the draft ready and swaps to it; answered when it plays, or why it does not"),
    PATCH_ABORT("/patch/abort", "", "throws the draft away; what plays goes on"),
    PATCH_LOAD("/patch/load", "preset", "begins a draft that is as a preset, by its name or path"),
    PATCH_SAVE("/patch/save", "name-or-path [over]",
            "writes the draft into the folder of your presets; over a file from elsewhere only with `over`"),
    MOD("/mod/ID/PORT", "value", "sets an input: of the draft until that is committed, of what plays, or of both; answered with the value, "
            + "within its range, and where it went; also /mod/PART/ID/PORT"),
    GATE("/gate/ID", "velocity", "above 0, to 1: holds a key of the module's part, middle C or the next that it answers to; 0: lets go"),
    NOTE("/note", "key velocity [channel]", "a key, 0 to 127, 60 is middle C; velocity 1 to 127 strikes, 0 lifts; channel 1 to 16"),
    PROGRAM("/program", "number [bank]", "a program change, from 0 as on the wire; answered when it plays"),
    LOAD("/load", "preset", "makes a preset play that need not be in the bank, by its name or path; answered when it plays"),
    RELOAD("/reload", "", "reads the bank and what plays again, and plays them as their files are now; answered when it plays"),
    NEXT("/next", "[tag]", "the next program of the set list, or the next that has a tag; answered when it plays"),
    PREVIOUS("/previous", "[tag]", "the one before"),
    LEARN("/learn", "parameter [knob] [pick-up]",
            "binds the controller that is moved next, within a minute, to a port, as `chronus learn` does; `knob` is `absolute`, `twos`, `offset` "
                    + "or `sign`; answered with keyboard, channel and controller"),
    LEARN_FORGET("/learn/forget", "parameter", "lets go of the parameter, for good, and no longer waits for it"),
    PANIC("/panic", "", "silence, within milliseconds; what waits for its time is forgotten"),
    RECORD_START("/record/start", "path", "records all that is heard into a new file, 24-bit WAV"),
    RECORD_STOP("/record/stop", "", "ends the recording; answered when the file is complete"),
    RECORD_STATUS("/record/status", "", "`recording`, file, seconds, frames lost; or `idle`"),
    ENGINE_STATUS("/engine/status", "",
            "names, each followed by its value: preset, draft, voices, seconds, refused, xruns, and all that `chronus status` tells"),
    ANSWER_PORT("/answer/port", "number",
            "answers to all that comes from your host go to this port of it from now on; 0: back to where each message came from"),
    SUBSCRIBE("/subscribe", "[seconds]", "sends events to you for a minute, or as long as you say, up to an hour; again: renews it"),
    UNSUBSCRIBE("/unsubscribe", "", "no more events"),
    SCHEMA("/schema", "[prefix]", "these addresses, a message for each"),
    SCHEMA_MODULE("/schema/module", "type", "what a module type has: a message for each port and choice");

    private static final String MOD_PREFIX = "/mod/", GATE_PREFIX = "/gate/";

    private final String address;
    private final String arguments;
    private final String meaning;

    OscAddress(String address, String arguments, String meaning) {
        this.address = address;
        this.arguments = arguments;
        this.meaning = meaning;
    }

    /** As it is sent; words in capitals stand for others. */
    public String address() {
        return address;
    }

    /** Their names; those in brackets may be left out. */
    public String arguments() {
        return arguments;
    }

    /** In a line. */
    public String meaning() {
        return meaning;
    }

    /** What a message's address is; nothing if it is unknown. */
    static Optional<OscAddress> find(String address) {
        return Stream.of(values()).filter(each -> switch (each) {
            case MOD -> address.startsWith(MOD_PREFIX);
            case GATE -> address.startsWith(GATE_PREFIX);
            default -> address.equals(each.address);
        }).findFirst();
    }

    /** What stands in an address for the words in capitals: {@code osc1/tune} of {@code /mod/osc1/tune}. */
    String rest(String whole) {
        return whole.substring(this == MOD ? MOD_PREFIX.length() : GATE_PREFIX.length());
    }

    /** The whole chart, as Markdown. */
    public static String text() {
        return Stream.of(values()).map(each -> "| `" + each.address + "` | " + each.arguments + " | " + each.meaning + " |")
                .collect(Collectors.joining("\n", "| address | arguments | what it does |\n|---|---|---|\n", "\n\n"))
                + OscAnswer.text();
    }
}
