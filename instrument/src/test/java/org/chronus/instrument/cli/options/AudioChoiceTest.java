package org.chronus.instrument.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;

import org.chronus.instrument.audio.AudioBackend;
import org.chronus.instrument.jack.JackOptions;
import org.chronus.instrument.javasound.TestCard;
import org.chronus.instrument.javasound.TestCards;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code --audio} leads to. */
class AudioChoiceTest {
    private static final int RATE = 48_000, PERIOD = 64;

    @BeforeAll static void warm() throws IOException {
        TestCards.warm();
    }

    @AfterEach void pullOut() {
        TestCards.pullOutAll();
    }

    private static AudioBackend open(String word, int rate) throws Refusal {
        return AudioChoice.open(word, rate, PERIOD, JackOptions.usual(), line -> fail(line));
    }

    @Test void aCardByAPartOfItsName() throws Refusal, IOException {
        TestCards.plugIn(new TestCard("Stage card"));
        try (AudioBackend audio = open("javasound:STAGE", RATE)) {
            assertEquals("Stage card, 16 bit (Java Sound)", audio.description());
            assertTrue(audio.waits().isEmpty());
        }
    }

    @Test void aCardThatIsNotThereYetIsWaitedFor() throws Refusal, IOException {
        try (AudioBackend audio = open("javasound:Stage", RATE)) {
            assertEquals("nothing yet (Java Sound)", audio.description());
            assertTrue(audio.waits().orElseThrow().contains("'Stage' is not there"));
        }
    }

    @Test void aRateThatTheCardLacksIsRefusedWithThoseThatItHas() {
        TestCards.plugIn(new TestCard("Stage card"));
        Refusal refusal = assertThrows(Refusal.class, () -> open("javasound:Stage", 44_100));
        assertEquals("Stage card cannot play at 44100 Hz: choose --rate 48000", refusal.getMessage());
    }

    @Test void aWordThatMeansNothingIsRefusedWithThoseThatDo() {
        assertEquals("--audio is auto, jack[:SERVER], javasound[:NAME], file:PATH, null, not alsa", assertThrows(Refusal.class, () -> open("alsa",
                RATE))
                .getMessage());
    }
}
