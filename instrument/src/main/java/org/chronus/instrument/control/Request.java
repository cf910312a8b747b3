package org.chronus.instrument.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.chronus.instrument.settings.Knob;

/**
 * Something that can be asked of an instrument. Immutable; any thread. Places of modules are {@code osc1}, {@code part/osc1} or
 * {@code mix/echo}. Each names what its {@link Answer.Done} holds, in that order.
 */
public sealed interface Request {
    /** A module is added to the draft, which begins if there is none. Answer: module. */
    record CreateModule(String place, String type) implements Request { }

    /** A cable is laid in the draft, or its amount changes, which is as a preset has it; empty for 1. Answer: source, target. */
    record Connect(String source, String target, String amount) implements Request { }

    /** A cable of the draft is taken away. Answer: source, target. */
    record Disconnect(String source, String target) implements Request { }

    /** A module of the draft is taken away, with its cables and what controllers did to it. Answer: module. */
    record DeleteModule(String place) implements Request { }

    /** The draft is to play, under another name if there is one. Answer, once it plays: preset, milliseconds. */
    record CommitDraft(Optional<String> name) implements Request { }

    /** The draft is thrown away; what plays goes on. Answer: nothing. */
    record AbortDraft() implements Request { }

    /** A draft begins that is as a preset, by its name or path. Answer: preset. */
    record LoadDraft(String preset) implements Request { }

    /** A preset plays that need not be in the bank, by its name or path. Answer, once it plays: preset, milliseconds. */
    record Load(String preset) implements Request { }

    /** The bank and what plays are read again, and play as their files are now. Answer, once they do: preset, milliseconds. */
    record Reload() implements Request { }

    /** The draft is written into the folder of presets, or to a path; over a file from elsewhere only if {@code over}. Answer: path. */
    record SaveDraft(String word, boolean over) implements Request { }

    /** The text of the draft while it is made or plays, else of the preset that plays. Answer: preset, text, draft, origin, saved. */
    record ReadText() implements Request { }

    /** A text is looked at as a preset is when it is read; nothing changes. Answer: good, problems. */
    record CheckText(String text) implements Request { }

    /** A text plays as a preset, and goes on as the draft. Answer, once it plays: preset, milliseconds. */
    record PlayText(String text) implements Request { }

    /**
     * A text that is good as a preset is written into the folder of presets. Answer: path.
     *
     * @param word its name there, or a path; empty for where what plays has it from, if that has the same name, else for its own name
     * @param over also over a file that was not written from here
     */
    record SaveText(String text, Optional<String> word, boolean over) implements Request { }

    /**
     * The bank that is played. Answer: name, origin, mine if it is the user's, read (what its text is told apart by), text, first; programs, each
     * with bank, number, shown, preset, file, level of the file and what the bank adds, in dB, and where a level would be written: preset, bank, or
     * nowhere, with read of that file; set, each with bank and number.
     */
    record ReadBank() implements Request { }

    /**
     * The programs of a bank, or the places of its set, get another order, in its file as well. Answer: path, read.
     *
     * @param isOfSet true for the set
     * @param bank    for programs: which of them
     * @param order   the programs, or places from 0, that are to be first, second, and so on, as they are now
     * @param read    what the text was told apart by when it was read; empty if it was not
     * @param over    true if it may have changed since
     */
    record OrderBank(boolean isOfSet, int bank, List<Integer> order, Optional<String> read, boolean over) implements Request {
        /** Copies the list. */
        public OrderBank {
            order = List.copyOf(order);
        }
    }

    /**
     * A program of the bank gets a level, in its preset's file, or in the bank's if its preset came with Chronus. Answer: path, read.
     *
     * @param level in dB
     * @param read  what the file's text was told apart by when it was read; empty if it was not
     * @param over  true if it may have changed since
     */
    record SetLevel(int bank, int program, double level, Optional<String> read, boolean over) implements Request { }

    /** An input of a module gets a value in its unit: in the draft until that is committed, in what plays, or both. Answer: value, where. */
    record SetValue(String place, String port, double value) implements Request { }

    /** A value or choice of a module of the draft, as a preset has it. Answer: text, where. */
    record SetText(String place, String port, String text) implements Request { }

    /** A key of the module's part goes down at a velocity above 0, up to 1, and comes up at 0. Answer: velocity. */
    record Gate(String place, float velocity) implements Request { }

    /**
     * A key goes down at a velocity of 1 to 127, and comes up at 0. Answer: key, velocity.
     *
     * @param channel 0 to 15; empty for the first that plays
     */
    record Note(int key, double velocity, OptionalInt channel) implements Request { }

    /** A program of the bank. Answer, once it plays: preset, milliseconds. */
    record Program(int bank, int program) implements Request { }

    /**
     * So many places further on in the set list, or back. Answer, once it plays: preset, milliseconds.
     *
     * @param tag if there is one, to the nearest program on that way whose preset has it
     */
    record Step(int places, Optional<String> tag) implements Request {
        /** Whatever its tags. */
        public Step(int places) {
            this(places, Optional.empty());
        }
    }

    /** The controller that is moved next, within a minute, is bound. Answer, once it is: parameter, device, channel from 1, controller. */
    record Learn(String parameter, Knob knob, boolean picksUp) implements Request { }

    /** A parameter is no longer bound, nor waited for. Answer: parameter. */
    record Forget(String parameter) implements Request { }

    /** Silence within milliseconds. Answer: nothing. */
    record Panic() implements Request { }

    /** All that is heard is recorded into a new WAV file. Answer: path. */
    record StartRecording(String path) implements Request { }

    /** The recording ends. Answer, once its file is complete: path, seconds. */
    record StopRecording() implements Request { }

    /** What the black box holds is written into a new file. Answer, once it is complete: path, seconds, exact, reasons. */
    record Dump(String path) implements Request { }

    /** Whether it records. Answer: state, and while it does: path, seconds, lost. */
    record RecordingStatus() implements Request { }

    /**
     * What it does now. Answer: preset, draft, voices, seconds, refused, xruns, and more: what belongs together has names such as
     * {@code load/median}, and some values are lists of texts.
     */
    record Status() implements Request { }
}
