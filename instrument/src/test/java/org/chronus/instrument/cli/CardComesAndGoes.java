package org.chronus.instrument.cli;

import org.chronus.instrument.javasound.TestCard;
import org.chronus.instrument.javasound.TestCards;
import org.chronus.midi.testing.TestKeyboard;

/** {@code play} in a Java machine of its own, which has no sound card at first, while a key is held: each thing as soon as the last was said. */
final class CardComesAndGoes {
    private static final String NAME = "Stage card";
    private final Overheard said = Overheard.standardError();

    private CardComesAndGoes() { }

    /** Ends with 0 if the key was heard on the card, each time. */
    public static void main(String[] none) throws Exception {
        new CardComesAndGoes().play();
        System.exit(0);
    }

    private void play() throws Exception {
        TestKeyboard keys = TestKeyboard.plugIn("Keys");
        TestCards.warm();
        TestCards.plugIn(new TestCard("Screen"));
        Thread.ofPlatform().daemon().start(() -> Main.run("play", "--no-socket", "--audio", "javasound:stage", "Init"));
        said.await("keys    ");
        keys.press(60, 100);
        TestCard card = new TestCard(NAME);
        TestCards.plugIn(card);
        said.await("plays on");
        awaitSound(card);
        card.die();
        said.await("has gone");
        TestCard again = new TestCard(NAME);
        TestCards.plugIn(again);
        awaitSound(again);
    }

    private static void awaitSound(TestCard card) throws InterruptedException {
        while (!card.sounds()) {
            Thread.sleep(10);
        }
    }
}
