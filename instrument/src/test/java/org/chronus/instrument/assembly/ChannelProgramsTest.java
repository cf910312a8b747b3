package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;

import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Selection;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

/** What becomes of a program change: the lowest channel's chooses the preset, another's a sound within it. */
class ChannelProgramsTest {
    private static final int FRAMES = 9_600, PERIOD = 64, PROGRAM = 5;
    private static final String SINES = "chronus: 1\nname: Sines\ninstrument: {type: sines}\n";

    private static Instrument instrument() {
        PresetLibrary library = PresetLibrary.of(new PresetReader(Stage.CATALOG), Map.of("HOME", "/nowhere"));
        Instrument instrument = new Instrument(InstrumentSetup.offline(library, library.factoryBank().value(), Stage.CATALOG, Stage.RATE));
        instrument.begin(Stage.preset(SINES));
        return instrument;
    }

    private static void send(Instrument instrument, Command command) {
        assertTrue(instrument.receive(new Event(System.nanoTime(), command)));
    }

    private static float[] left(Instrument instrument) {
        float[] sound = new float[FRAMES], left = new float[PERIOD], right = new float[PERIOD];
        for (int at = 0; at < FRAMES; at += PERIOD) {
            instrument.engine().process(left, right, PERIOD);
            System.arraycopy(left, 0, sound, at, PERIOD);
        }
        return sound;
    }

    private static double tone(float[] sound, int key) {
        return Stage.tone(sound, FRAMES / 2, FRAMES, key);
    }

    @Test void theLowestChannelsChoosesThePresetAndAnothersASoundWithinIt() throws IOException {
        try (Instrument instrument = instrument()) {
            send(instrument, new Gesture.NoteOn(0, 2, 69, 1));
            send(instrument, new Selection.ProgramChange(0, 2, 0, PROGRAM));
            send(instrument, new Selection.ProgramChange(0, 7, 0, PROGRAM));
            send(instrument, new Gesture.NoteOn(0, 7, 50, 1));
            assertEquals(new ProgramAddress(0, PROGRAM), instrument.setList().current());
            float[] sound = left(instrument);
            assertTrue(tone(sound, 69) > 0.1 && tone(sound, 50 + PROGRAM) > 0.1);
            assertTrue(tone(sound, 50) < 0.01);
        }
    }

    @Test void oneForAllChannelsIsBoth() throws IOException {
        try (Instrument instrument = instrument()) {
            send(instrument, new Gesture.NoteOn(0, 0, 69, 1));
            send(instrument, new Selection.ProgramChange(0, Command.ALL_CHANNELS, 0, PROGRAM));
            send(instrument, new Gesture.NoteOn(0, 7, 50, 1));
            assertEquals(new ProgramAddress(0, PROGRAM), instrument.setList().current());
            assertTrue(tone(left(instrument), 50 + PROGRAM) > 0.1);
        }
    }
}
