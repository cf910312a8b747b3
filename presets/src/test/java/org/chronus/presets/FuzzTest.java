package org.chronus.presets;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Whatever is in a file, it is read or refused with a reason. */
class FuzzTest {
    private static final int ROUNDS = 4_000;
    private static final String[] PIECES = {":", ",", "-", "->", "*", "{", "}", "[", "]", "\n", "\t", " ", "#", "\"", "'", "&a", "*a", "!t", "|", ">", "?", "%",
        "@", "---\n", "...\n", "0", "-1", "1e99", ".nan", "oct", "Hz", "beat", "out", "note.", ".pitch", "cc.", "bend", "voices", "\u0000", "\uFFFF",
        "\uD83C\uDFB9", "\u0085", "parts:", "mix:", "{to: ", "per: patch", "feedback", "type", "<<: "};

    @Test void everyMutationIsReadOrRefusedWithAReason() throws IOException {
        PresetReader reader = Texts.reader();
        String good = Texts.resource("glide-lead.yaml"), parts = Texts.resource("split.yaml");
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            String text = mutate(i % 2 == 0 ? good : parts, random);
            check(text, read(text, () -> reader.read(text, "p.yaml")));
        }
    }

    @Test void everyMutatedBankIsReadOrRefusedWithAReason() throws IOException {
        BankReader reader = new BankReader((reference, bank) -> Reading.of(PresetFile.of(reference, Texts.VOICE)));
        String good = Texts.resource("gig.yaml");
        Random random = new Random(8);
        for (int i = 0; i < ROUNDS / 4; i++) {
            String text = mutate(good, random);
            check(text, read(text, () -> reader.read(text, "b.yaml")));
        }
    }

    private static <T> Reading<T> read(String text, java.util.function.Supplier<Reading<T>> reader) {
        try {
            return reader.get();
        } catch (RuntimeException | StackOverflowError escaped) {
            return fail("this escaped from reading\n" + text, escaped);
        }
    }

    private static void check(String text, Reading<?> reading) {
        assertTrue(reading.value() != null || !reading.isGood(), text);
        for (Problem problem : reading.problems()) {
            List<String> words = List.of(problem.what(), problem.cure());
            assertFalse(words.stream().anyMatch(String::isBlank) || problem.toString().lines().count() != 1, () -> problem + " in\n" + text);
            assertNotNull(problem.withCaret());
        }
    }

    private static String mutate(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length()), end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.replace(at, at + 1, PIECES[random.nextInt(PIECES.length)]);
                default -> text.insert(random.nextInt(text.length()), text.substring(at, end));
            }
            if (text.isEmpty()) {
                return "";
            }
        }
        return text.toString();
    }
}
