package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Release.ReleaseSource;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MidiInputsTest {
    private static final int SOURCE = 2;

    private final List<Event> events = new ArrayList<>();

    @Test
    void aKeyboardIsListedWhileItIsPluggedIn() {
        try (var _ = TestKeyboard.plugIn("Concert Grand")) {
            assertTrue(names().contains("Concert Grand"));
        }
        assertFalse(names().contains("Concert Grand"));
    }

    @Test
    void loopBacksExpandersAndTheJdksOwnDevicesAreNoInputs() {
        try (var _ = TestKeyboard.plugIn("Midi Through Port-0"); var _ = TestKeyboard.plugInExpander("Expander")) {
            List<String> names = names();
            for (String other : List.of("Midi Through Port-0", "Expander", "Gervill", "Real Time Sequencer")) {
                assertFalse(names.contains(other), other);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Keystation [hw:1,0,0]', 'Keystation'",
        "'Keystation [hw:7,0,0]', 'Keystation'",
        "'Keystation [hw:1,0,1]', 'Keystation [0,1]'",
        "'Keystation [hw:1,2]',   'Keystation [2,0]'",
        "'Keystation [Mk II]',    'Keystation [Mk II]'"})
    void theNameDoesNotDependOnTheOrderOfPlugging(String ofJava, String stable) {
        assertEquals(stable, MidiPorts.stableName(ofJava));
    }

    @Test
    void twoKeyboardsOfOneMakeHaveTwoNames() {
        try (var _ = TestKeyboard.plugIn("Twin"); var _ = TestKeyboard.plugIn("Twin")) {
            assertEquals(List.of("Twin", "Twin #2"), names().stream().filter(name -> name.startsWith("Twin")).toList());
        }
    }

    @Test
    void anExactNameIsPreferredToAPartOfOne() throws MidiInputException {
        try (var _ = TestKeyboard.plugIn("Stage Two"); var _ = TestKeyboard.plugIn("Stage")) {
            assertEquals("Stage", MidiInputs.find("Stage").name());
        }
    }

    @Test
    void aPartOfTheNameWillDoInAnyCase() throws MidiInputException {
        try (var _ = TestKeyboard.plugIn("Concert Grand")) {
            assertEquals("Concert Grand", MidiInputs.find("cert gr").name());
        }
    }

    @Test
    void aPartOfTheDescriptionWillDoToo() throws MidiInputException {
        try (var _ = TestKeyboard.plugIn("mkII")) {
            assertEquals("mkII", MidiInputs.find("MKII, without hardware").name());
        }
    }

    @Test
    void anAmbiguousWordIsRefusedWithTheChoice() {
        try (var _ = TestKeyboard.plugIn("Stage Two"); var _ = TestKeyboard.plugIn("Stage Three")) {
            var refusal = assertThrows(MidiInputException.class, () -> MidiInputs.find("stage"));
            assertEquals("more than one MIDI input matches \"stage\": write more of one of \"Stage Two\", \"Stage Three\"",
                    refusal.getMessage());
        }
    }

    @Tag("L21")
    @Test
    void anAbsentInputIsRefusedWithWhatThereIs() {
        try (var _ = TestKeyboard.plugIn("Concert Grand")) {
            var refusal = assertThrows(MidiInputException.class, () -> MidiInputs.find("Theremin"));
            assertTrue(refusal.getMessage().contains("\"Concert Grand\""), refusal.getMessage());
        }
    }

    @Test
    void whatIsPlayedArrivesStampedOnceByTheClockOfTheJvm() throws MidiInputException {
        try (var keyboard = TestKeyboard.plugIn("Concert Grand"); var connection = open("Concert Grand")) {
            long before = System.nanoTime();
            keyboard.press(60, 127);
            keyboard.release(60);
            long after = System.nanoTime();
            assertEquals(List.of(new NoteOn(SOURCE, 0, 60, 1), new NoteOff(SOURCE, 0, 60, 64 / 127f)), commands());
            assertTrue(before <= events.getFirst().nanos() && events.getLast().nanos() <= after);
            assertEquals(0, connection.strays().bytes());
        }
    }

    @Test
    void activeSensingAndExclusiveMessagesAreNotStray() throws MidiInputException {
        try (var keyboard = TestKeyboard.plugIn("Concert Grand"); var connection = open("Concert Grand")) {
            keyboard.send(0xFE);
            keyboard.sendExclusive(new byte[] {(byte) 0xF0, 0x7E, 0x7F, 6, 1, (byte) 0xF7});
            keyboard.press(60, 127);
            assertEquals(List.of(new NoteOn(SOURCE, 0, 60, 1)), commands());
            assertEquals(0, connection.strays().bytes());
        }
    }

    @Test
    void closingReleasesTheSourceOnceAndLetsGoOfTheDevice() throws MidiInputException {
        try (var keyboard = TestKeyboard.plugIn("Concert Grand")) {
            MidiConnection connection = open("Concert Grand");
            connection.close();
            connection.close();
            keyboard.press(60, 127);
            assertEquals(List.of(new ReleaseSource(SOURCE)), commands());
            assertFalse(keyboard.isOpen());
        }
    }

    @Test
    void aKeyPressedWhileTheInputClosesIsNotHeard() throws MidiInputException {
        try (var keyboard = TestKeyboard.plugIn("Concert Grand")) {
            MidiInputs.open(MidiInputs.find("Concert Grand"), SOURCE, DeviceSettings.DEFAULT, event -> {
                events.add(event);
                keyboard.press(60, 127);
            }).close();
            assertEquals(List.of(new ReleaseSource(SOURCE)), commands());
        }
    }

    @Test
    void aKeyboardPluggedInAgainIsTheSameInput() throws MidiInputException {
        MidiInput input;
        try (var _ = TestKeyboard.plugIn("Concert Grand")) {
            input = MidiInputs.find("Concert Grand");
        }
        try (var keyboard = TestKeyboard.plugIn("Concert Grand");
             var _ = MidiInputs.open(input, SOURCE, DeviceSettings.DEFAULT, events::add)) {
            keyboard.press(60, 127);
            assertEquals(List.of(new NoteOn(SOURCE, 0, 60, 1)), commands());
        }
    }

    @Test
    void anUnpluggedInputIsRefused() throws MidiInputException {
        MidiInput input;
        try (var _ = TestKeyboard.plugIn("Concert Grand")) {
            input = MidiInputs.find("Concert Grand");
        }
        var refusal = assertThrows(MidiInputException.class, () -> MidiInputs.open(input, SOURCE, DeviceSettings.DEFAULT, events::add));
        assertEquals("Concert Grand: it is no longer connected: plug it in again", refusal.getMessage());
    }

    @Test
    void aBusyInputIsRefusedWithTheCure() {
        try (var keyboard = TestKeyboard.plugIn("Concert Grand")) {
            keyboard.busy(true);
            var refusal = assertThrows(MidiInputException.class, () -> open("Concert Grand"));
            assertEquals("Concert Grand: it cannot be opened (Device or resource busy): "
                    + "end the program that uses it, or choose another input", refusal.getMessage());
        }
    }

    @Test
    void anInputIsOpenedOnceOnly() throws MidiInputException {
        try (var keyboard = TestKeyboard.plugIn("Concert Grand"); var _ = open("Concert Grand")) {
            assertThrows(MidiInputException.class, () -> open("Concert Grand"));
            assertTrue(keyboard.isOpen());
        }
    }

    private MidiConnection open(String name) throws MidiInputException {
        return MidiInputs.open(MidiInputs.find(name), SOURCE, DeviceSettings.DEFAULT, events::add);
    }

    private static List<String> names() {
        return MidiInputs.list().stream().map(MidiInput::name).toList();
    }

    private List<Command> commands() {
        return events.stream().map(Event::command).toList();
    }
}
