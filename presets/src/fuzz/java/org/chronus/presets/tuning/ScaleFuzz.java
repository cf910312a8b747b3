package org.chronus.presets.tuning;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.chronus.presets.preset.ReadingFacts;
import org.junit.jupiter.api.Tag;

/** Looks for scales that are neither sound nor refused with a reason. */
@Tag("fuzz")
class ScaleFuzz {
    private final ReadingFacts facts = new ReadingFacts();

    @FuzzTest
    void everyScaleIsReadOrRefusedWithAReason(byte[] bytes) {
        facts.checkScale(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
