package org.chronus.presets.tuning;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.chronus.presets.preset.ReadingFacts;
import org.junit.jupiter.api.Tag;

/** Looks for keyboard maps that are neither sound nor refused with a reason. */
@Tag("fuzz")
class KeyMapFuzz {
    private final ReadingFacts facts = new ReadingFacts();

    @FuzzTest
    void everyKeyboardMapIsReadOrRefusedWithAReason(byte[] bytes) {
        facts.checkKeyMap(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
