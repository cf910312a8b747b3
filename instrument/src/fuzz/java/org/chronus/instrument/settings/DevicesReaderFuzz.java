package org.chronus.instrument.settings;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Looks for files of devices that are neither sound nor refused with a reason. */
@Tag("fuzz")
class DevicesReaderFuzz {
    @FuzzTest
    void everyFileOfDevicesIsReadOrRefusedWithAReason(byte[] bytes) {
        SettingsFacts.checkDevices(new String(bytes, StandardCharsets.UTF_8));
    }
}
