package org.chronus.midi.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.midi.command.Release.ReleaseSource;
import org.chronus.midi.decoder.VelocityCurve;
import org.chronus.midi.testing.TestKeyboard;
import org.junit.jupiter.api.Test;

/** Keyboards come and go while the instrument plays. */
class MidiDevicesTest extends DevicesSession {
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
        await("those that are left", () -> devices.connected().equals(List.of("Grand", "Organ")));
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
    void closingReleasesAndClosesAll() {
        TestKeyboard grand = plugIn("Grand"), pad = plugIn("Pad");
        open();
        devices.close();
        assertFalse(grand.isOpen() || pad.isOpen());
        assertEquals(List.of(new ReleaseSource(1), new ReleaseSource(2)), commands());
    }
}
