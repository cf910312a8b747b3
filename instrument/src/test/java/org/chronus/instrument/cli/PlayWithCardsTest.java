package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;

import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;

/** Sound cards, as the player of an instrument that plays hears of them. */
class PlayWithCardsTest {
    @Test void playWaitsForTheCardThatWasNamedAndAHeldKeySoundsWheneverItIsThere() throws Exception {
        ChildJvm.Said said = ChildJvm.run(List.of(), CardComesAndGoes.class);
        assertEquals(0, said.code(), said.text());
        assertEquals("""
                audio   waits: the audio output 'stage' is not there: connect it, and it plays there, or name one that is: Screen
                audio   plays on Stage card, 16 bit (Java Sound)
                audio   Stage card, 16 bit has gone: connect it again; the instrument goes on, and is heard again when it is back
                audio   plays on Stage card, 16 bit (Java Sound)""",
                said.text().lines().filter(line -> line.startsWith("audio")).collect(Collectors.joining("\n")));
    }
}
