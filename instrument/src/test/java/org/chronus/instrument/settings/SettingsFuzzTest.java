package org.chronus.instrument.settings;

import java.io.IOException;
import java.util.Random;

import org.chronus.presets.testing.TextCorpus;
import org.junit.jupiter.api.Test;

/** Whatever is in a file, it is read or refused with a reason: on the inputs that the fuzzers keep, and on changes that are always the same. */
class SettingsFuzzTest {
    @Test void everyFileOfDevicesIsReadOrRefusedWithAReason() throws IOException {
        new TextCorpus("DevicesReaderFuzz").check(SettingsFacts::checkDevices, new Random(11));
    }

    @Test void everyFileOfLearnedControllersIsReadOrRefusedWithAReason() throws IOException {
        new TextCorpus("BindingsReaderFuzz").check(SettingsFacts::checkBindings, new Random(12));
    }
}
