package org.chronus.instrument.engine;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.midi.command.Gesture;
import org.chronus.modules.Module;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.PresetReader;

/**
 * A few notes on each factory preset, without warming up, in a Java of its own: so that the width of its vectors can be chosen. Writes the
 * number of its lanes, an int, and then the samples of the left channel, floats.
 */
final class Medley {
    private static final int FRAMES = Stage.RATE / 8;

    private Medley() { }

    /** Takes the name of the file to write. */
    public static void main(String[] arguments) throws IOException {
        PresetLibrary library = new PresetLibrary(new PresetReader(ModuleCatalog.load()), Path.of("nobody's"));
        try (DataOutputStream out = new DataOutputStream(new java.io.BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))))) {
            out.writeInt(Module.LANES);
            for (PresetFile preset : library.list().value()) {
                for (float sample : play(preset.text())) {
                    out.writeFloat(sample);
                }
            }
        }
    }

    /** More notes than eight lanes hold, two of them let go, while the modulation wheel and the bend move. */
    private static float[] play(String preset) {
        Stage stage = new Stage();
        stage.offer(preset);
        for (int i = 0; i < 11; i++) {
            stage.press(200 * i, 38 + 4 * i);
        }
        stage.lift(3_000, 38).lift(3_501, 46).move(2_500, 1, 0.7f);
        stage.engine.schedule(2_000, new Gesture.PitchBend(0, 0, 0.3f));
        return stage.left(FRAMES);
    }
}
