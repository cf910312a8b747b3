package org.chronus.presets.library;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.chronus.presets.preset.ReadingFacts;
import org.junit.jupiter.api.Tag;

/** Looks for banks that are neither sound nor refused with a reason. */
@Tag("fuzz")
class BankReaderFuzz {
    private final ReadingFacts facts = new ReadingFacts();

    @FuzzTest
    void everyBankIsReadOrRefusedWithAReason(byte[] bytes) {
        facts.checkBank(new String(bytes, StandardCharsets.UTF_8));
    }
}
