package org.chronus.instrument.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chronus.instrument.audio.PcmEncoder;
import org.chronus.instrument.audio.PcmFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an output encodes an input decodes, within a step of the format. */
class PcmDecoderTest {
    private static final int FRAMES = 6;
    private static final float[] LEFT = {0, 0.25f, -0.25f, 0.9f, -1, 1e-3f}, RIGHT = {-0.5f, 0, 0.5f, -0.125f, 0.75f, -1e-3f};

    @ParameterizedTest
    @EnumSource
    void whatWasEncodedComesBack(PcmFormat format) {
        PcmEncoder encoder = new PcmEncoder(format, 48_000, FRAMES);
        encoder.encode(LEFT, RIGHT, FRAMES);
        PcmDecoder decoder = new PcmDecoder(format, 2, FRAMES);
        assertEquals(format.frameBytes(), decoder.frameBytes());
        System.arraycopy(encoder.bytes(), 0, decoder.bytes(), 0, encoder.bytes().length);
        float[] left = new float[FRAMES], right = new float[FRAMES];
        decoder.decode(left, right, FRAMES);
        float step = format == PcmFormat.BITS_16 ? 1.5f / 32_768 : 1f / (1 << 23);
        assertArrayEquals(LEFT, left, step);
        assertArrayEquals(RIGHT, right, step);
    }

    @Test void oneChannelIsHeardOnBothSides() {
        PcmDecoder decoder = new PcmDecoder(PcmFormat.BITS_16, 1, 2);
        System.arraycopy(new byte[] {0, 0x40, 0, (byte) 0xC0}, 0, decoder.bytes(), 0, 4);
        float[] left = new float[2], right = new float[2];
        decoder.decode(left, right, 2);
        assertArrayEquals(new float[] {0.5f, -0.5f}, left);
        assertArrayEquals(left, right);
    }

    @Test void whatIsNoNumberIsSilence() {
        PcmDecoder decoder = new PcmDecoder(PcmFormat.FLOAT_32, 1, 1);
        System.arraycopy(new byte[] {0, 0, (byte) 0xC0, 0x7F}, 0, decoder.bytes(), 0, 4);
        float[] left = {1}, right = {1};
        decoder.decode(left, right, 1);
        assertEquals(0, left[0]);
    }
}
