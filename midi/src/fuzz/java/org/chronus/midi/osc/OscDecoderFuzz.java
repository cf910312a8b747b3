package org.chronus.midi.osc;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Looks for packets that the decoder of OSC makes something wrong of. */
@Tag("fuzz")
class OscDecoderFuzz {
    @FuzzTest
    void everyPacketIsDecodedOrRefused(byte[] bytes) {
        PacketFacts.check(bytes);
    }
}
