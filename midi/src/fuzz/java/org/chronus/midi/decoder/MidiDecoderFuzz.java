package org.chronus.midi.decoder;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Looks for bytes that the decoder makes something wrong of. */
@Tag("fuzz")
class MidiDecoderFuzz {
    @FuzzTest
    void everyStreamOfBytesIsDecoded(byte[] bytes) {
        DecodedFacts.check(bytes);
    }
}
