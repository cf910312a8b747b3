package org.chronus.presets.settings;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.chronus.presets.preset.ReadingFacts;
import org.junit.jupiter.api.Tag;

/** Looks for files of learned controllers that are neither sound nor refused with a reason. */
@Tag("fuzz")
class BindingsReaderFuzz {
    private final ReadingFacts facts = new ReadingFacts();

    @FuzzTest
    void everyFileOfLearnedControllersIsReadOrRefusedWithAReason(byte[] bytes) {
        facts.checkBindings(new String(bytes, StandardCharsets.UTF_8));
    }
}
