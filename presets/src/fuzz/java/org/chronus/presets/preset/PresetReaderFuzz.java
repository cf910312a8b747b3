package org.chronus.presets.preset;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Looks for presets that are neither sound nor refused with a reason. */
@Tag("fuzz")
class PresetReaderFuzz {
    private final ReadingFacts facts = new ReadingFacts();

    @FuzzTest
    void everyPresetIsBuiltOrRefusedWithAReason(byte[] bytes) {
        facts.checkPreset(new String(bytes, StandardCharsets.UTF_8));
    }
}
