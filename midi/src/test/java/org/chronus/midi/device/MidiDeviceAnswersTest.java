package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture.Controller;
import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Release.ReleaseSource;
import org.chronus.midi.command.Setting.MpeZone;
import org.chronus.midi.command.Transport;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.Test;

/** What keyboards are told and asked, what they say that makes no sense, and settings that change meanwhile. */
class MidiDeviceAnswersTest extends DevicesSession {
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
        assertTrue(commands().stream().filter(Transport.Tempo.class::isInstance).allMatch(tempo -> tempo.source() == 1));
        assertTrue(commands().contains(new Transport.OwnTempo(1)));
        assertTrue(devices.ignoredTicks() >= 30);
    }

    @Test
    void newSettingsTakeEffectAtOnceAndLoseNoKey() {
        TestKeyboard grand = plugIn("Grand");
        open();
        grand.press(60, 127);
        grand.send(0xB0, 64, 127);
        rules = new DeviceRules(List.of(new DeviceRule("Grand",
                new DeviceSettings(VelocityCurve.LINEAR, true, 0xFFFF, Command.ALL_CHANNELS, 12, RemoteTriggers.NONE, -1, false), "")));
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
        return new DeviceSettings(VelocityCurve.LINEAR, false, 0xFFFF, Command.ALL_CHANNELS, 0, RemoteTriggers.NONE, -1, false, lower, upper);
    }

    @Test
    void aDeviceIsToldWhichProgramPlaysIfItIsToBe() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        rules = new DeviceRules(List.of(new DeviceRule("grand", new DeviceSettings(VelocityCurve.SOFT, false, 0xFFFF, Command.ALL_CHANNELS, 0,
                RemoteTriggers.NONE, 4, false), "")));
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
}
