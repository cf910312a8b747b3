package org.chronus.instrument.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.audio.WavReader;
import org.chronus.instrument.picture.SoundPicture;
import org.chronus.instrument.render.RenderReport;
import org.chronus.presets.files.OutputPlace;

/** Draws what a render has written, with its program changes. */
final class RenderPicture {
    /** What a machine's memory is good for: beyond it the picture would show nothing anyway. */
    private static final int MOST_FRAMES = 1 << 27;

    private RenderPicture() { }

    /** Reads the file again. */
    static void draw(Path sound, RenderReport report, OutputPlace place) throws IOException {
        try (WavReader file = WavReader.open(sound, report.sampleRate())) {
            int frames = (int) Math.min(file.frames(), MOST_FRAMES);
            float[] left = new float[frames], right = new float[frames];
            file.read(left, right, frames);
            List<SoundPicture.Mark> marks = report.swaps().stream().filter(change -> change.swapFrame() >= 0)
                    .map(change -> new SoundPicture.Mark(change.swapFrame() / (double) report.sampleRate(), change.preset())).toList();
            new SoundPicture(left, right, report.sampleRate(), marks).write(place);
        }
    }
}
