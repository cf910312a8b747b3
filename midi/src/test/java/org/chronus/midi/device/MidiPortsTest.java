package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MidiPortsTest {
    @TempDir
    Path nodes;

    @Test
    void aTwinKeepsItsNameWhenTheOtherLeavesAndTheOtherFindsItsOwnFree() {
        MidiPorts ports = new MidiPorts(nodes);
        TestKeyboard first = TestKeyboard.plugIn("Twin");
        try (var _ = TestKeyboard.plugIn("Twin")) {
            assertEquals(List.of("Twin", "Twin #2"), names(ports));
            first.unplug();
            assertEquals(List.of("Twin #2"), names(ports));
            try (var _ = TestKeyboard.plugIn("Twin")) {
                assertEquals(List.of("Twin #2", "Twin"), names(ports));
            }
        }
    }

    @Test
    void aKeyboardThatStaysIsTheSamePortAndOneThatWasPluggedInAnewIsAnother() {
        MidiPorts ports = new MidiPorts(nodes);
        MidiPorts.Port before;
        try (var _ = TestKeyboard.plugIn("Twin")) {
            before = only(ports);
            assertEquals(before, only(ports));
        }
        try (var _ = TestKeyboard.plugIn("Twin")) {
            assertNotEquals(before, only(ports));
            assertEquals(before.input(), only(ports).input());
        }
    }

    /** Java's own list would not change. */
    @Test
    void anAlsaPortThatWasPluggedInAnewIsAnotherEvenIfJavaDidNotNotice() throws IOException {
        Path node = Files.createFile(nodes.resolve("midiC3D1"));
        MidiPorts ports = new MidiPorts(nodes);
        try (var _ = TestKeyboard.plugIn("Twin [hw:3,1,0]")) {
            MidiPorts.Port before = only(ports);
            assertEquals(before, only(ports));
            Files.move(Files.createFile(nodes.resolve("new")), node, StandardCopyOption.REPLACE_EXISTING);
            assertNotEquals(before, only(ports));
            assertEquals("Twin [1,0]", only(ports).input().name());
        }
    }

    private static MidiPorts.Port only(MidiPorts ports) {
        return ports.look().stream().filter(port -> port.input().name().startsWith("Twin")).findFirst().orElseThrow();
    }

    private static List<String> names(MidiPorts ports) {
        return ports.look().stream().map(port -> port.input().name()).filter(name -> name.startsWith("Twin")).toList();
    }
}
