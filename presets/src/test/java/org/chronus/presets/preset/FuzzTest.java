package org.chronus.presets.preset;

import java.io.IOException;
import java.util.Random;

import org.chronus.presets.testing.TextCorpus;
import org.junit.jupiter.api.Test;

/**
 * Whatever is in a file, it is read or refused with a reason: on the inputs that the fuzzers keep, and on changes that are always the same.
 */
class FuzzTest {
    private final ReadingFacts facts = new ReadingFacts();

    @Test void everyPresetIsBuiltOrRefusedWithAReason() throws IOException {
        new TextCorpus("PresetReaderFuzz").check(facts::checkPreset, new Random(7));
    }

    @Test void everyBankIsReadOrRefusedWithAReason() throws IOException {
        new TextCorpus("BankReaderFuzz").check(facts::checkBank, new Random(8));
    }

    @Test void everyScaleIsReadOrRefusedWithAReason() throws IOException {
        new TextCorpus("ScaleFuzz").check(facts::checkScale, new Random(9));
    }

    @Test void everyKeyboardMapIsReadOrRefusedWithAReason() throws IOException {
        new TextCorpus("KeyMapFuzz").check(facts::checkKeyMap, new Random(10));
    }
}
