package org.chronus.instrument.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.doctor.Finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a computer, whose kernel's files are a folder here. */
class DoctorTest {
    @TempDir
    private Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Finding find(String about) throws InterruptedException {
        List<Finding> all = new Doctor(root).look();
        return all.stream().filter(finding -> finding.about().equals(about)).reduce((_, last) -> last).orElseThrow(() -> new AssertionError(all));
    }

    @Test void aGovernorThatSavesPowerIsToBeChanged() throws Exception {
        file("sys/devices/system/cpu/cpufreq/policy0/scaling_governor", "performance\n");
        assertEquals(Verdict.GOOD, find("governor").verdict());
        file("sys/devices/system/cpu/cpufreq/policy1/scaling_governor", "ondemand\n");
        Finding found = find("governor");
        assertEquals(Verdict.CHANGE, found.verdict());
        assertTrue(found.found().contains("ondemand") && found.cure().contains("cpupower"), found.toString());
    }

    @Test void processorsThatAreIsolatedAreNamed() throws Exception {
        assertTrue(find("isolated").found().startsWith("no processors"));
        file("sys/devices/system/cpu/isolated", "2-3\n");
        assertTrue(find("isolated").found().startsWith("2-3: the audio thread"));
    }

    @Test void aSoundCardOnUsbStaysAwake() throws Exception {
        file("sys/bus/usb/devices/1-1/product", "Scarlett 2i2");
        file("sys/bus/usb/devices/1-1/power/control", "auto");
        file("sys/bus/usb/devices/1-1:1.0/bInterfaceClass", "01");
        file("sys/bus/usb/devices/1-2/product", "Mouse");
        file("sys/bus/usb/devices/1-2/power/control", "auto");
        file("sys/bus/usb/devices/1-2:1.0/bInterfaceClass", "03");
        Finding found = find("USB power");
        assertEquals(Verdict.CHANGE, found.verdict());
        assertTrue(found.found().startsWith("Scarlett 2i2"), found.toString());
        file("sys/bus/usb/devices/1-1/power/control", "on");
        assertEquals(Verdict.GOOD, find("USB power").verdict());
    }

    @Test void cardsAreNamedWithTheirRates() throws Exception {
        file("proc/asound/cards",
                " 0 [USB            ]: USB-Audio - Scarlett 2i2 USB\n                      Focusrite at usb-0000:00:14.0-1, high speed\n");
        file("proc/asound/card0/stream0", "Playback:\n  Interface 1\n    Rates: 44100, 48000, 88200\n");
        assertEquals("Scarlett 2i2 USB, 44100, 48000, 88200 Hz", find("sound card").found());
    }

    @Test void withoutASoundCardThatIsSaid() throws Exception {
        assertEquals(Verdict.CHANGE, find("sound card").verdict());
    }

    @Test void theKernelForRealTimeIsKnown() throws Exception {
        file("proc/sys/kernel/osrelease", "6.12.0-rt\n");
        assertEquals(Verdict.ADVICE, find("kernel").verdict());
        file("sys/kernel/realtime", "1\n");
        assertEquals(Verdict.GOOD, find("kernel").verdict());
    }

    @Test void littleMemoryAndReadySwappingAreSaid() throws Exception {
        file("proc/meminfo", "MemTotal:  1000000 kB\nMemAvailable:  204800 kB\n");
        file("proc/swaps", "Filename Type Size\n/swap file 1000\n");
        file("proc/sys/vm/swappiness", "60\n");
        assertEquals(Verdict.CHANGE, find("memory").verdict());
        assertEquals(Verdict.ADVICE, find("swap").verdict());
        file("proc/sys/vm/swappiness", "10\n");
        assertEquals(Verdict.GOOD, find("swap").verdict());
    }

    @Test void everyFindingThatIsNotGoodHasItsCure() throws Exception {
        for (Finding finding : new Doctor(root).look()) {
            assertEquals(finding.verdict() == Verdict.GOOD, finding.cure().isEmpty(), finding.toString());
        }
    }
}
