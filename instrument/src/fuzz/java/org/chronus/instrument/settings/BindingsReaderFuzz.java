package org.chronus.instrument.settings;

import java.nio.charset.StandardCharsets;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;

/** Looks for files of learned controllers that are neither sound nor refused with a reason. */
@Tag("fuzz")
class BindingsReaderFuzz {
    @FuzzTest
    void everyFileOfLearnedControllersIsReadOrRefusedWithAReason(byte[] bytes) {
        SettingsFacts.checkBindings(new String(bytes, StandardCharsets.UTF_8));
    }
}
