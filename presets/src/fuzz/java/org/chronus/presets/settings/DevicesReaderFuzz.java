package org.chronus.presets.settings;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.chronus.presets.preset.ReadingFacts;
import org.junit.jupiter.api.Tag;

/** Looks for files of devices that are neither sound nor refused with a reason. */
@Tag("fuzz")
class DevicesReaderFuzz {
    private final ReadingFacts facts = new ReadingFacts();

    @FuzzTest
    void everyFileOfDevicesIsReadOrRefusedWithAReason(byte[] bytes) {
        facts.checkDevices(new String(bytes, StandardCharsets.UTF_8));
    }
}
