package org.chronus.instrument.javasound;

import javax.sound.sampled.SourceDataLine;

import org.chronus.instrument.audio.OutputDevice;
import org.chronus.instrument.audio.PcmEncoder;
import org.chronus.instrument.audio.PcmFormat;

/**
 * A line of Java Sound. Its write copies what there is room for, and looks again every millisecond or so; a device that is gone makes it return
 * short, or never. Mutable; audio thread, but for what says otherwise.
 */
final class JavaSoundLine implements OutputDevice.Line {
    private final SourceDataLine line;
    private final String description;
    private final PcmFormat format;
    private final PcmEncoder encoder;
    private final int bufferBytes;
    private boolean wasFull;

    /**
     * [housekeeping] Lets it play silence, as much as it takes: so it runs when the audio thread comes, which can then be late by that much, and
     * Java Sound has done all that it does only once.
     */
    JavaSoundLine(SourceDataLine line, String name, PcmFormat format, int sampleRate, int period) {
        this.line = line;
        this.format = format;
        description = name + ", " + format.words();
        encoder = new PcmEncoder(format, sampleRate, period);
        bufferBytes = line.getBufferSize();
        line.start();
        int room = Math.min(line.available(), bufferBytes) / format.frameBytes() * format.frameBytes();
        line.write(new byte[room], 0, room);
    }

    @Override public String description() {
        return description;
    }

    @Override public int bufferFrames() {
        return bufferBytes / format.frameBytes();
    }

    @Override public OutputDevice.Taken write(float[] left, float[] right, int frames) {
        encoder.encode(left, right, frames);
        int length = frames * format.frameBytes();
        // An empty buffer after it was once full means that the device has run dry.
        boolean isLate = wasFull && line.available() >= bufferBytes;
        if (line.write(encoder.bytes(), 0, length) != length) {
            return OutputDevice.Taken.NOT;
        }
        wasFull |= line.available() < length;
        return isLate ? OutputDevice.Taken.LATE : OutputDevice.Taken.IN_TIME;
    }

    @Override public void close() {
        line.close();
    }
}
