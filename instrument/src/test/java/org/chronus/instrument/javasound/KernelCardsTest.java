package org.chronus.instrument.javasound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.chronus.instrument.javasound.KernelCards.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel's files of ALSA, as they look with a USB interface as card 1. */
class KernelCardsTest {
    private static final String NAME = "USB [plughw:1,0]";
    @TempDir
    Path root;
    private Path status;
    private KernelCards cards;

    @BeforeEach void plugIn() throws IOException {
        Path card = Files.createDirectories(root.resolve("card1"));
        Files.writeString(card.resolve("id"), "USB\n");
        Files.createDirectories(card.resolve("pcm1c/sub0"));
        status = Files.createDirectories(card.resolve("pcm0p/sub0")).resolve("status");
        Files.writeString(status, "closed\n");
        cards = new KernelCards(root);
    }

    @Test void aCardThatNobodyHasIsFree() {
        assertEquals(State.FREE, cards.state(NAME, JavaSoundCards.Way.OUT));
    }

    @Test void aCardThatPlaysForSomebodyIsTakenUnlessItHasAnotherStream() throws IOException {
        Files.writeString(status, "state: RUNNING\nowner_pid   : 1234\n");
        assertEquals(State.TAKEN, cards.state(NAME, JavaSoundCards.Way.OUT));
        Files.writeString(Files.createDirectories(root.resolve("card1/pcm0p/sub1")).resolve("status"), "closed\n");
        assertEquals(State.FREE, cards.state(NAME, JavaSoundCards.Way.OUT));
    }

    @Test void aCardThatWasPulledOutIsNotThereAlsoIfAnotherHasItsNumber() throws IOException {
        assertEquals(State.NOT_THERE, cards.state("USB [plughw:2,0]", JavaSoundCards.Way.OUT));
        Files.writeString(root.resolve("card1/id"), "Other\n");
        assertEquals(State.NOT_THERE, cards.state(NAME, JavaSoundCards.Way.OUT));
    }

    @Test void aMicrophoneIsNoOutputAndAnInputThatAnotherProgramHasIsTaken() throws IOException {
        assertEquals(State.NOT_THERE, cards.state("USB [plughw:1,1]", JavaSoundCards.Way.OUT));
        Path capture = Files.createDirectories(root.resolve("card1/pcm0c/sub0")).resolve("status");
        Files.writeString(capture, "closed\n");
        assertEquals(State.FREE, cards.state(NAME, JavaSoundCards.Way.IN));
        Files.writeString(capture, "state: RUNNING\n");
        assertEquals(State.TAKEN, cards.state(NAME, JavaSoundCards.Way.IN));
        assertEquals(State.FREE, cards.state(NAME, JavaSoundCards.Way.OUT));
    }

    @Test void whatIsNoDeviceOfTheKernelsIsUnknown() {
        assertEquals(State.UNKNOWN, cards.state("default [default]", JavaSoundCards.Way.OUT));
        assertEquals(State.UNKNOWN, new KernelCards(root.resolve("nowhere")).state(NAME, JavaSoundCards.Way.OUT));
    }

    @Test void aCardIsTheSameInAnotherSocket() {
        assertEquals(KernelCards.lasting(NAME), KernelCards.lasting("USB [plughw:3,0]"));
        assertEquals("default [default]", KernelCards.lasting("default [default]"));
    }
}
