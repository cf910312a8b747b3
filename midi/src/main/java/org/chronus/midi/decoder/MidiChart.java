package org.chronus.midi.decoder;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The MIDI implementation chart: every message, and what it does. Immutable; any thread. */
public enum MidiChart {
    NOTE_ON("note on", "9n",
            "begins a note at its own frame, on the active preset; velocity 0 is a note-off. A key that still sounds under a pedal, or rings out, "
            + "gets a new voice beside it, two at most, or, with `restrike: same` in `voices:`, the same voice again"),
    NOTE_OFF("note off", "8n", "ends it, on whichever preset plays it; `note.release` is its velocity"),
    POLY_PRESSURE("key pressure", "An",
            "`note.pressure` of that key, on whichever preset plays it; where the channel is pressed as well, the harder counts"),
    CHANNEL_PRESSURE("channel pressure", "Dn", "`note.pressure` of all notes of the channel"),
    PITCH_BEND("pitch bend", "En", "14 bits; bends by the preset's range or RPN 0, and is `bend` in cables"),
    PROGRAM_CHANGE("program change", "Cn",
            "on the control channel the next preset, by bank and program; what is held rings on. The present one again: no effect. On any "
                    + "other channel that channel's program in instruments that give each channel a sound of its own, such as General MIDI; it carries over"),
    BANK("bank select", "0, 32", "kept for the next program change"),
    BODY("modulation, breath, foot", "1, 2, 4",
            "`cc.N` in cables, and the ports that the preset gives them; they carry over to the next preset"),
    PORTAMENTO_TIME("portamento time", "5",
            "how long a glide takes: 0 to 5 s, by the third power; the preset's own until it is sent, and after a program change"),
    DATA_ENTRY("data entry", "6, 38", "sets the parameter that is selected; a coarse half alone sets the fine one to 0"),
    VOLUME("volume", "7", "40 dB for a factor of ten; 100 until it is sent; carries over"),
    PAN("pan", "10", "constant power; 64 is the middle; carries over"),
    EXPRESSION("expression", "11", "40 dB for a factor of ten, under the volume; carries over"),
    FINE("fine halves", "33 to 63, but 38",
            "of controllers 1 to 31: 14 bits together. A new coarse half begins at fine 0; a fine one alone refines the last coarse one"),
    HOLD("hold pedal", "64", "from 64 on it holds what is let go, on every preset that sounds"),
    PORTAMENTO("portamento", "65",
            "off: no note glides; on: every note does, in the time of controller 5 or the preset; the preset decides until it is sent"),
    SOSTENUTO("sostenuto pedal", "66", "from 64 on it holds what is down when it goes down, and no more"),
    SOFT("soft pedal", "67", "notes struck while it is down have 0.63 of their velocity, -4 dB; those that sound stay as they are"),
    ORIGIN("portamento control", "84",
            "the next note glides from this key, even when portamento is off, in the time of controller 5 or the preset"),
    OTHERS("all other controllers", "to 95, 102 to 119",
            "`cc.N` in cables, and the ports that the preset gives them; the next preset begins at its own values"),
    STEP("increment, decrement", "96, 97",
            "one step of the parameter that is selected: a cent of bend range, a semitone of coarse tuning, a position of a "
                    + "controller, else the least"),
    NON_REGISTERED("NRPN 0 to 119", "98, 99",
            "the controller of that number, in 14 bits; the only way to 33 to 63. Not bank select, nor what selects and sets parameters"),
    REGISTERED("RPN", "100, 101", "selects one of the following; 127 127 none"),
    BEND_RANGE("bend range", "RPN 0",
            "semitones and cents, up to 96, both ways, in the place of the preset's; for what sounds and for later presets"),
    FINE_TUNING("fine tuning", "RPN 1", "-100 to 100 cents around 64 0; for what sounds and for later presets"),
    COARSE_TUNING("coarse tuning", "RPN 2", "-64 to 63 semitones around 64; for what sounds and for later presets"),
    TUNING_PROGRAM("tuning program and bank", "RPN 3, 4"),
    MODULATION_DEPTH("modulation depth", "RPN 5",
            "scales `cc.1` in cables: 50 cents (0 64) is as the preset says, a semitone twice that; for later presets too"),
    MPE_ZONE("MPE configuration", "RPN 6",
            "on channel 1 the lower zone, on 16 the upper one, of so many member channels; 0 ends it, and the other one "
                    + "gives way. What comes on a "
                    + "member channel plays where the manager's channel does, also if it is 10. A zone that changes lets go of its notes"),
    MPE_BEND("pitch bend, in a zone", "En, RPN 0",
            "on a member channel of the notes that are down there, by 48 semitones, or RPN 0 of any member; the manager's "
                    + "bends every part that listens to it, and adds. "
                    + "A note begins at once where its channel is, and keeps what it has when it is let go"),
    MPE_PRESSURE("channel pressure, in a zone", "Dn",
            "on a member channel of its notes; where the manager's is pressed as well, the harder counts"),
    MPE_TIMBRE("timbre, in a zone", "74",
            "`note.timbre` from -1 to 1, 0 at 64, of a member channel's notes; the manager's adds, and is an ordinary "
                    + "controller as well. Outside of zones it is 0"),
    MPE_OTHERS("all else, in a zone", "",
            "on the manager's channel for the whole zone, pedals and modes included; on a member channel controllers are passed over"),
    SOUND_OFF("all sound off", "120", "silence within 5 ms"),
    RESET("reset controllers", "121",
            "modulation 0, expression 127, pedals 0, portamento as the preset has it, bend and pressures at rest, no "
                    + "parameter selected (RP-015)"),
    LOCAL("local control", "122"),
    NOTES_OFF("all notes off", "123", "as if every key were let go; pedals still hold"),
    OMNI("omni off and on", "124, 125", "all notes off; which channels are heard stays as it is"),
    MONO_POLY("mono and poly", "126, 127",
            "all notes off; then, until 127, one note at a time, the last, on every part that is poly, of later presets too; "
                    + "127: as presets have it"),
    MASTER_VOLUME("master volume", "F0 7F id 04 01", "of everything, 40 dB for a factor of ten; any id"),
    MASTER_TUNING("master tuning", "F0 7F id 04 03, 04",
            "of everything, added to that of the channels: 03 by -100 to 100 cents around 00 40, 04 by -64 to 63 semitones around 00 40; "
                    + "for what sounds and for later presets; any id"),
    GENERAL_MIDI_ON("General MIDI on, 1 or 2", "F0 7E id 09 01, 03",
            "silence; program 0 of bank 0, as the preset and on every channel; no zones; controllers reset, voices as the preset has "
                    + "them, volume 100, pan 64, bend range 2, tuning 0, master volume full, master tuning 0; any id"),
    GENERAL_MIDI_OFF("General MIDI off", "F0 7E id 09 02"),
    IDENTITY("identity request", "F0 7E id 06 01",
            "a keyboard that asks and that listens is answered: F0 7E id 06 02 7D, and no more than zeros"),
    TUNING_NOTES("tuning of single notes", "F0 7F id 08 02; 7E/7F id 08 07",
            "the pitch of each key that it names, on all channels, in the place of the preset's and the instrument's own; "
                    + "`--tune` and transpositions "
                    +
            "are added. 7F: what sounds follows in 5 ms; 7E: from the next note on. Any id, program and bank: there is one tuning"),
    TUNING_DUMP("tuning dump", "F0 7E id 08 01", "the same for all 128 keys, from the next note on; with a wrong checksum it is refused"),
    TUNING_OCTAVE("tuning of an octave", "F0 7E/7F id 08 08, 09",
            "cents by which the twelve notes differ from equal steps, for the channels that it names, in one byte or two; 7F "
                    + "and 7E as above"),
    TUNING_OTHERS("other tuning messages", "F0 7E id 08"),
    EXCLUSIVE("other system exclusive", "F0"),
    TIME_CODE("time code, song select, tune request", "F1, F3, F6"),
    CLOCK("clock", "F8",
            "the tempo of all that is written in beats, 20 to 300 bpm, steady under a jitter of 2 ms; the first device that "
                    + "sends one leads, "
                    + "until it has been silent for 2 s; later presets take over its tempo"),
    START("start, continue, stop", "FA, FB, FC",
            "at the next clock after start or continue, LFOs with `per: patch` and a rate in beats, and arpeggios, find their place in the song; "
                    + "after stop they go on, and the place is kept for continue"),
    SONG_POSITION("song position", "F2", "where continue goes on; a song that runs is there at the next clock"),
    SENSING("active sensing", "FE", "a keyboard that has sent it once and is silent for 330 ms lets go of its keys and pedals"),
    SYSTEM_RESET("system reset", "FF");

    private final String message;
    private final String bytes;
    private final String meaning;

    MidiChart(String message, String bytes, String meaning) {
        this.message = message;
        this.bytes = bytes;
        this.meaning = meaning;
    }

    /** A message that is ignored. */
    MidiChart(String message, String bytes) {
        this(message, bytes, "");
    }

    /** True if the message has an effect; the others are ignored. */
    public boolean isRecognised() {
        return !meaning.isEmpty();
    }

    /** The whole chart, as Markdown. */
    public static String text() {
        return Stream.of(values()).map(MidiChart::row).collect(Collectors.joining("\n", """
                # MIDI implementation

                `chronus describe midi` prints this. Statuses and system exclusive messages are hexadecimal, controllers and RPNs decimal.
                Controllers and what is ramped take effect at the next multiple of 16 frames, notes and pedals at their own frame.

                A channel of a device, of a file or of OSC is a player of its own. What comes there is for the notes that were played there, on
                whichever part: bend and its range, tuning, volume, expression, pan, pressure, modulation and every other controller that voices
                read, pedals, modes and reset. A device on whose channel no note has been played, such as a box of faders or a pedal of its own,
                moves the notes of every device on that channel. `channel:` in `devices.yaml` makes one player of a device. Three things belong to
                the preset as a whole, and whoever moves the controller last moves them: ports under `controllers:`, such as effect sends; modules
                of the mix; and modules with `per: patch`.

                The control channel, whose program changes choose presets, is the lowest channel that has played a note, of those that `--channels`
                lets play; while none has, the lowest that has sent a program change; of an MPE zone it is the manager's. In `render` it is the
                lowest channel of the song that has notes, and with `--preset` there is none: every channel's program changes go to the
                instrument. Channel 10 plays with `--channels all`. An instrument whose preset names a program, bank or preset of its own keeps
                that on every channel.

                | message | number | recognised | what it does |
                |---|---|---|---|
                """, "\n"));
    }

    private String row() {
        return "| " + message + " | " + bytes + " | " + (isRecognised() ? "yes | " + meaning + " |" : "no | |");
    }
}
