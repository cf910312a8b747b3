package org.chronus.midi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.chronus.midi.Ending.ReleaseSource;
import org.chronus.midi.Gesture.Controller;
import org.chronus.midi.Gesture.NoteOff;
import org.chronus.midi.Gesture.NoteOn;
import org.chronus.midi.Setting.MpeZone;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keyboards come and go while the instrument plays. */
class MidiDevicesTest {
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<TestKeyboard> keyboards = new ArrayList<>();
    private volatile DeviceRules rules = DeviceRules.NONE;
    private MidiDevices devices;

    @AfterEach
    void unplug() {
        devices.close();
        keyboards.forEach(TestKeyboard::close);
    }

    @Test
    void keyboardsThatAreThereAreOpenAtOnceAndPlayWithNumbersOfTheirOwn() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        open();
        grand.press(60, 127);
        pad.press(61, 127);
        assertEquals(List.of(new NoteOn(1, 0, 60, 1), new NoteOn(2, 0, 61, 1)), commands());
        assertEquals(2, devices.sources());
    }

    @Test
    void whatComesAndGoesIsSaidInOneLineEach() {
        TestKeyboard grand = plugIn("Grand");
        open();
        TestKeyboard pad = plugIn("Pad");
        awaitLines(2);
        grand.unplug();
        awaitLines(3);
        TestKeyboard organ = TestKeyboard.plugInBusy("Organ");
        keyboards.add(organ);
        awaitLines(4);
        rules = new DeviceRules(List.of(new DeviceRule("grand", settings(VelocityCurve.SOFT, 0, false), "velocity soft")));
        plugIn("Grand");
        awaitLines(5);
        organ.busy(false);
        awaitLines(6);
        rules = new DeviceRules(List.of(new DeviceRule("pad", settings(VelocityCurve.SOFT, 0, true), "ignored")));
        await("the pad is left alone", () -> !pad.isOpen());
        awaitLines(7);
        assertEquals("""
                Grand is here
                Pad is here
                Grand is gone; its keys are released
                Organ: it cannot be opened (Device or resource busy): end the program that uses it, or choose another input; \
                it is tried again until it opens
                Grand is here: velocity soft
                Organ is here
                Pad is ignored from now on""", String.join("\n", said));
    }

    @Test
    void aKeyboardThatLeavesLetsGoOfItsOwnKeysOnly() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        open();
        grand.press(60, 127);
        pad.press(60, 127);
        grand.unplug();
        awaitLines(3);
        assertTrue(commands().contains(new ReleaseSource(1)));
        assertFalse(commands().contains(new ReleaseSource(2)), "the pad still holds the key");
        pad.release(60);
        assertEquals(new NoteOff(2, 0, 60, NoteOff.USUAL_VELOCITY), commands().getLast());
    }

    @Test
    void whoeverComesBackHasItsNumberAndItsSettingsAgain() {
        rules = new DeviceRules(List.of(new DeviceRule("Grand", settings(VelocityCurve.LINEAR, 12, false), "")));
        TestKeyboard grand = plugIn("Grand");
        open();
        grand.unplug();
        awaitLines(2);
        plugIn("Pad");
        awaitLines(3);
        TestKeyboard again = plugIn("Grand");
        awaitLines(4);
        again.press(60, 127);
        assertEquals(new NoteOn(1, 0, 72, 1), commands().getLast());
    }

    @Test
    void theFirstClockIsFollowedAndSaidOnceAndSoIsItsEnd() throws InterruptedException {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        open();
        awaitLines(2);
        for (int tick = 0; tick < 30 || said.size() < 4; tick++) {
            grand.send(0xF8);
            pad.send(0xF8);
            Thread.sleep(20);
        }
        grand.unplug();
        awaitLines(6);
        assertEquals(List.of("Grand, N bpm", "Pad has one, too, which is passed over while that of Grand runs",
                "Grand is gone; its keys are released", "Grand is silent; its tempo stays for what sounds"),
                said.subList(2, 6).stream().map(line -> line.replaceAll("[0-9.]+ bpm", "N bpm")).toList());
        assertTrue(commands().stream().filter(Pace.Tempo.class::isInstance).allMatch(tempo -> tempo.source() == 1));
        assertTrue(commands().contains(new Pace.OwnTempo(1)));
        assertTrue(devices.ignoredTicks() >= 30);
    }

    @Test
    void oneKeyboardInThePlaceOfAnotherIsSeen() {
        TestKeyboard grand = plugIn("Grand");
        open();
        grand.unplug();
        TestKeyboard pad = plugIn("Pad");
        awaitLines(3);
        pad.press(60, 127);
        assertEquals(List.of("Grand is here", "Grand is gone; its keys are released", "Pad is here"), said);
        assertEquals(new NoteOn(2, 0, 60, 1), commands().getLast());
    }

    @Test
    void aKeyboardThatWasPulledAndPutBackBetweenTwoLooksPlaysOn() {
        TestKeyboard grand = plugIn("Grand");
        open();
        grand.press(60, 127);
        grand.unplug();
        TestKeyboard again = plugIn("Grand");
        awaitLines(3);
        again.press(62, 127);
        assertEquals(List.of("Grand is here", "Grand is gone; its keys are released", "Grand is here"), said);
        assertTrue(commands().contains(new ReleaseSource(1)));
        assertEquals(new NoteOn(1, 0, 62, 1), commands().getLast());
    }

    @Test
    void twinsAreToldApartAlsoWhenOneComesBack() {
        TestKeyboard first = plugIn("Twin"), second = plugIn("Twin");
        open();
        first.unplug();
        awaitLines(3);
        second.press(60, 127);
        assertEquals(new NoteOn(2, 0, 60, 1), commands().getLast());
        TestKeyboard again = plugIn("Twin");
        awaitLines(4);
        again.press(61, 127);
        assertEquals(new NoteOn(1, 0, 61, 1), commands().getLast());
        assertEquals(List.of("Twin is here", "Twin #2 is here", "Twin is gone; its keys are released", "Twin is here"), said);
    }

    @Test
    void newSettingsTakeEffectAtOnceAndLoseNoKey() {
        TestKeyboard grand = plugIn("Grand");
        open();
        grand.press(60, 127);
        grand.send(0xB0, 64, 127);
        rules = new DeviceRules(List.of(new DeviceRule("Grand",
                new DeviceSettings(VelocityCurve.LINEAR, true, 0xFFFF, Command.ALL_CHANNELS, 12, Remote.NONE, -1, false), "")));
        await("the pedal is the other way round", () -> commands().contains(new Controller(1, 0, 64, 0)));
        grand.release(60);
        grand.press(60, 64);
        assertEquals(List.of(new NoteOn(1, 0, 60, 1), new Controller(1, 0, 64, 1), new Controller(1, 0, 64, 0),
                new NoteOff(1, 0, 60, NoteOff.USUAL_VELOCITY), new NoteOn(1, 0, 72, 64 / 127f)), commands());
    }

    @Test
    void aKeyboardHasTheZonesOfItsSettingsAlsoAfterItWasLost() {
        TestKeyboard grand = plugIn("Grand");
        rules = new DeviceRules(List.of(new DeviceRule("Grand", zones(15, 0), "")));
        open();
        grand.send(0xFE);
        await("its release", () -> commands().size() >= 3);
        rules = new DeviceRules(List.of(new DeviceRule("Grand", zones(7, 6), "")));
        await("its new zones", () -> commands().size() >= 5);
        assertEquals(List.of(new MpeZone(1, 0, 15), new ReleaseSource(1), new MpeZone(1, 0, 15), new MpeZone(1, 0, 7), new MpeZone(1, 15, 6)),
                commands());
    }

    private static DeviceSettings zones(int lower, int upper) {
        return new DeviceSettings(VelocityCurve.LINEAR, false, 0xFFFF, Command.ALL_CHANNELS, 0, Remote.NONE, -1, false, lower, upper);
    }

    @Test
    void aKeyboardThatPromisedToBeHeardOfAndIsNotLetsGoOfItsKeys() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        open();
        pad.press(60, 127);
        grand.send(0xFE);
        grand.press(60, 127);
        await("its release", () -> commands().contains(new ReleaseSource(1)));
        assertEquals(List.of(new NoteOn(2, 0, 60, 1), new NoteOn(1, 0, 60, 1), new ReleaseSource(1)), commands());
        assertTrue(grand.isOpen(), "it may speak again");
    }

    @Test
    void aDeviceIsToldWhichProgramPlaysIfItIsToBe() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        rules = new DeviceRules(List.of(new DeviceRule("grand", new DeviceSettings(VelocityCurve.SOFT, false, 0xFFFF, Command.ALL_CHANNELS, 0,
                Remote.NONE, 4, false), "")));
        open();
        devices.announce(130, 7);
        await("the program", () -> grand.heard().size() == 3);
        assertEquals(List.of("b40001", "b42002", "c407"), grand.heard());
        assertEquals(List.of(), pad.heard());
        grand.unplug();
        awaitLines(3);
        TestKeyboard again = plugIn("Grand");
        await("the program, of which it cannot know", () -> again.heard().size() == 3);
    }

    @Test
    void whatMakesNoSenseIsSaidOnceOfEachKindAndDevice() {
        TestKeyboard grand = plugIn("Grand");
        open();
        for (int i = 0; i < 3; i++) {
            grand.sendExclusive(new byte[] {(byte) 0xF7, 1, 2});
            grand.sendExclusive(new byte[] {(byte) 0xF0, 0x7F, 0, 8, 2, 0, 1, 60});
            grand.press(60, 127);
            grand.release(60);
        }
        awaitLines(4);
        grand.sendExclusive(new byte[] {(byte) 0xF7, 1, 2});
        plugIn("Pad");
        awaitLines(5);
        assertEquals("""
                Grand is here
                Grand sends data that belong to no message, which are passed over: look at its cable and its settings
                Grand sends messages that are cut short, which are passed over: look at its cable and its settings
                Grand sends statuses that mean nothing, which are passed over: look at its cable and its settings
                Pad is here""", String.join("\n", said));
        assertEquals(6, commands().size());
    }

    @Test
    void aDeviceThatAsksWhoWeAreIsAnswered() {
        TestKeyboard grand = plugIn("Grand");
        open();
        grand.sendExclusive(new byte[] {(byte) 0xF0, 0x7E, 0x05, 0x06, 0x01, (byte) 0xF7});
        await("the answer", () -> !grand.heard().isEmpty());
        assertEquals(List.of("f07e0506027d0000000000000000f7"), grand.heard());
        assertEquals(List.of(), commands());
    }

    @Test
    void closingReleasesAndClosesAll() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        open();
        devices.close();
        assertFalse(grand.isOpen() || pad.isOpen());
        assertEquals(List.of(new ReleaseSource(1), new ReleaseSource(2)), commands());
    }

    private TestKeyboard plugIn(String name) {
        TestKeyboard keyboard = TestKeyboard.plugIn(name);
        keyboards.add(keyboard);
        return keyboard;
    }

    /** Keyboards that the machine itself may have are left alone. */
    private void open() {
        devices = MidiDevices.open(input -> input.vendor().equals("Chronus"), () -> rules, 63, events::add, said::add, said::add);
    }

    private List<Command> commands() {
        return events.stream().map(Event::command).toList();
    }

    private static DeviceSettings settings(VelocityCurve velocity, int transpose, boolean ignored) {
        return new DeviceSettings(velocity, false, 0xFFFF, Command.ALL_CHANNELS, transpose, Remote.NONE, -1, ignored);
    }

    private void awaitLines(int lines) {
        await(lines + " lines", () -> said.size() >= lines);
    }

    private void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), () -> "20 s passed without: " + what + "; heard " + commands() + ", said " + said);
            LockSupport.parkNanos(2_000_000);
        }
    }
}
