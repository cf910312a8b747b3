package org.chronus.presets.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The inputs that fuzzers keep, and changes to them that are always the same. Immutable; one thread. */
public final class TextCorpus {
    private static final int ROUNDS = 10_000;
    private static final String[] PIECES = {":", ",", "-", "->", "*", "{", "}", "[", "]", "\n", "\t", " ", "#", "\"", "'", "&a", "*a", "!t", "|",
        ">", "?", "%", "@", "---\n", "...\n", "0", "-1", "1e99", ".nan", "oct", "Hz", "beat", "out", "note.", ".pitch", "cc.", "bend", "voices",
        "\u0000", "\uFFFF", "\uD83C\uDFB9", "\u0085", "parts:", "players:", "mix:", "{to: ", "per: patch", "feedback", "type", "<<: "};
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String[] NUMBERS = {"0", "-0", "1", "2", "3", "0.5", "0.001", "-1", "12", "16", "96", "127", "128", "256", "-96", "1000",
        "1e-30"};

    private final List<String> texts = new ArrayList<>();

    /** What a fuzzer keeps, in folders below, too, where Jazzer puts what it finds. */
    public TextCorpus(String fuzzer) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/org/chronus"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/" + fuzzer + "Inputs/")).sorted().toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
    }

    /** Tries all of it, and changes; those to what is good go deeper than those to what is refused anyway. */
    public void check(Predicate<String> isAccepted, Random random) {
        List<String> good = texts.stream().filter(isAccepted).toList();
        assertTrue(!good.isEmpty() && good.size() < texts.size(), good.size() + " of the corpus are accepted");
        int accepted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            List<String> from = i % 4 == 0 ? texts : good;
            accepted += isAccepted.test(mutate(from.get(random.nextInt(from.size())), random)) ? 1 : 0;
        }
        assertTrue(accepted > ROUNDS / 50 && accepted < ROUNDS, accepted + " were accepted");
    }

    private static String mutate(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int changes = 1 + random.nextInt(4); changes > 0 && !text.isEmpty(); changes--) {
            int at = random.nextInt(text.length()), end = Math.min(text.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(8)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> text.replace(at, at + 1, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> otherNumber(text, at, random);
            }
        }
        return text.toString();
    }

    /** The next number becomes another. */
    private static void otherNumber(StringBuilder text, int from, Random random) {
        Matcher number = NUMBER.matcher(text);
        if (number.find(from)) {
            text.replace(number.start(), number.end(), NUMBERS[random.nextInt(NUMBERS.length)]);
        }
    }
}
