package org.chronus.instrument.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.audio.OutputDevice.Line;
import org.chronus.instrument.audio.OutputDevice.Reason;
import org.chronus.instrument.audio.OutputDevice.Refused;
import org.chronus.instrument.audio.PcmFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of the cards is taken, how it is opened, and what is said of one that does not open. */
class JavaSoundDeviceTest {
    private static final int RATE = 48_000, PERIOD = 64;
    private static final List<PcmFormat> ALL = List.of(PcmFormat.values());

    private final TestCard screen = new TestCard("vc4 [fake:0]", "vc4-hdmi, HDMI", ALL, List.of(48_000));
    private final TestCard interfaceCard = new TestCard("USB [fake:1]", "Scarlett 2i2 USB, USB Audio", ALL, List.of(44_100, 48_000));

    @AfterEach void pullOut() {
        TestCards.pullOutAll();
        assertEquals(0, screen.open.get() + interfaceCard.open.get(), "a line was left open");
    }

    private static String open(String name) throws Refused {
        Line line = new JavaSoundDevice(name).open(RATE, PERIOD);
        line.close();
        return line.description();
    }

    private static Refused refused(String name, int rate) {
        return assertThrows(Refused.class, () -> new JavaSoundDevice(name).open(rate, PERIOD));
    }

    @Test void aCardIsFoundByItsNameAPartOfItOrOfItsDescription() throws Exception {
        TestCards.plugIn(screen);
        TestCards.plugIn(interfaceCard);
        for (String name : List.of("USB [fake:1]", "usb", "scarlett", "")) {
            assertEquals("USB [fake:1], float", open(name));
        }
        assertEquals("vc4 [fake:0], float", open("hdmi"));
    }

    @ParameterizedTest
    @EnumSource
    void theBestFormatThatACardHasIsTaken(PcmFormat best) throws Exception {
        TestCard card = new TestCard("Card", "Card", ALL.subList(best.ordinal(), ALL.size()), List.of(RATE));
        TestCards.plugIn(card);
        assertEquals("Card, " + best.words(), open(""));
        assertEquals(best.frameBytes(), card.last().format().getFrameSize());
        assertFalse(card.last().format().isBigEndian());
    }

    @Test void buffersAreSmall() throws Exception {
        TestCards.plugIn(interfaceCard);
        assertEquals(256, bufferFrames(64));
        assertEquals(128, bufferFrames(16));
        assertEquals(1_024, bufferFrames(256));
        assertEquals(1_024, bufferFrames(512));
        assertEquals(2_048, bufferFrames(1_024));
    }

    private static int bufferFrames(int period) throws Refused {
        Line line = new JavaSoundDevice("").open(RATE, period);
        line.close();
        return line.bufferFrames();
    }

    @Test void aNameThatIsNotThereIsWaitedForAndThoseThatThereAreAreNamed() {
        Refused none = refused("Scarlett", RATE);
        assertEquals("the audio output 'Scarlett' is not there: connect it, and it plays there", none.getMessage());
        TestCards.plugIn(screen);
        Refused others = refused("Scarlett", RATE);
        assertEquals(Reason.NOT_THERE, others.reason());
        assertEquals("the audio output 'Scarlett' is not there: connect it, and it plays there, or name one that is: vc4 [fake:0]",
                others.getMessage());
    }

    @Test void withoutAnyCardThereIsAWayToHearSomething() {
        Refused none = refused("", RATE);
        assertEquals(Reason.NOT_THERE, none.reason());
        assertTrue(none.getMessage().contains("--audio file:PATH"), none.getMessage());
    }

    @Test void aRateThatACardLacksIsRefusedWithThoseThatItHas() {
        TestCards.plugIn(interfaceCard);
        for (boolean listsNone : new boolean[] {false, true}) {
            interfaceCard.listsNoRates = listsNone;
            Refused refused = refused("Scarlett", 22_050);
            assertEquals(Reason.UNFIT, refused.reason());
            assertEquals("USB [fake:1] cannot play at 22050 Hz: choose --rate 44100, 48000", refused.getMessage());
        }
    }

    @Test void aCardThatAnotherProgramHasIsBusyAndTheNextBestPlaysIfNoneWasNamed() throws Exception {
        TestCards.plugIn(screen);
        TestCards.plugIn(interfaceCard);
        interfaceCard.busy = true;
        Refused busy = refused("scarlett", RATE);
        assertEquals(Reason.BUSY, busy.reason());
        assertEquals("USB [fake:1] is busy: close the program that uses it, and it plays there", busy.getMessage());
        assertEquals("vc4 [fake:0], float", open(""));
    }

    @Test void aCardThatTheKernelSaysIsTakenIsNotAskedForItsFormatsBeforeItIsFree(@TempDir Path kernel) throws Exception {
        TestCard card = new TestCard("USB [plughw:1,0]");
        TestCards.plugIn(card);
        Path status = Files.createDirectories(kernel.resolve("card1/pcm0p/sub0")).resolve("status");
        Files.writeString(kernel.resolve("card1/id"), "USB\n");
        Files.writeString(status, "state: RUNNING\n");
        JavaSoundDevice device = new JavaSoundDevice("usb", ALL, new KernelCards(kernel));
        assertEquals(Reason.BUSY, assertThrows(Refused.class, () -> device.open(RATE, PERIOD)).reason());
        assertEquals(0, card.asked.get());
        Files.writeString(status, "closed\n");
        device.open(RATE, PERIOD).close();
        assertEquals(0, card.open.get());
    }

    @Test void aCardThatHasPlayedIsRememberedAndNoOtherTakesItsPlace() throws Exception {
        JavaSoundDevice device = new JavaSoundDevice("");
        TestCards.plugIn(interfaceCard);
        device.open(RATE, PERIOD).close();
        TestCards.pullOut(interfaceCard);
        TestCards.plugIn(screen);
        assertEquals(Reason.NOT_THERE, assertThrows(Refused.class, () -> device.open(RATE, PERIOD)).reason());
        TestCards.plugIn(interfaceCard);
        Line line = device.open(RATE, PERIOD);
        line.close();
        assertEquals("USB [fake:1], float", line.description());
    }
}
