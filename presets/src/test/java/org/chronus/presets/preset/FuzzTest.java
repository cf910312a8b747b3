package org.chronus.presets.preset;

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

import org.junit.jupiter.api.Test;

/**
 * Whatever is in a file, it is read or refused with a reason: on the inputs that the fuzzers keep, and on changes that are always the same.
 */
class FuzzTest {
    private static final int ROUNDS = 10_000;
    private static final Path RESOURCES = Path.of("src/test/resources/org/chronus/presets");
    private static final String[] PIECES = {":", ",", "-", "->", "*", "{", "}", "[", "]", "\n", "\t", " ", "#", "\"", "'", "&a", "*a", "!t", "|",
        ">", "?", "%", "@", "---\n", "...\n", "0", "-1", "1e99", ".nan", "oct", "Hz", "beat", "out", "note.", ".pitch", "cc.", "bend", "voices",
        "\u0000", "\uFFFF", "\uD83C\uDFB9", "\u0085", "parts:", "mix:", "{to: ", "per: patch", "feedback", "type", "<<: "};
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final String[] NUMBERS = {"0", "-0", "1", "2", "3", "0.5", "0.001", "-1", "12", "16", "96", "127", "128", "256", "-96", "1000",
        "1e-30"};

    private final ReadingFacts facts = new ReadingFacts();

    @Test void everyPresetIsBuiltOrRefusedWithAReason() throws IOException {
        check(corpus("PresetReaderFuzz"), facts::checkPreset, new Random(7));
    }

    @Test void everyBankIsReadOrRefusedWithAReason() throws IOException {
        check(corpus("BankReaderFuzz"), facts::checkBank, new Random(8));
    }

    @Test void everyScaleIsReadOrRefusedWithAReason() throws IOException {
        check(corpus("ScaleFuzz"), facts::checkScale, new Random(9));
    }

    @Test void everyKeyboardMapIsReadOrRefusedWithAReason() throws IOException {
        check(corpus("KeyMapFuzz"), facts::checkKeyMap, new Random(10));
    }

    @Test void everyFileOfDevicesIsReadOrRefusedWithAReason() throws IOException {
        check(corpus("DevicesReaderFuzz"), facts::checkDevices, new Random(11));
    }

    @Test void everyFileOfLearnedControllersIsReadOrRefusedWithAReason() throws IOException {
        check(corpus("BindingsReaderFuzz"), facts::checkBindings, new Random(12));
    }

    /** Changes to what is good go deeper than changes to what is refused anyway. */
    private static void check(List<String> corpus, Predicate<String> isAccepted, Random random) {
        List<String> good = corpus.stream().filter(isAccepted).toList();
        assertTrue(!good.isEmpty() && good.size() < corpus.size(), good.size() + " of the corpus are accepted");
        int accepted = 0;
        for (int i = 0; i < ROUNDS; i++) {
            List<String> from = i % 4 == 0 ? corpus : good;
            accepted += isAccepted.test(mutate(from.get(random.nextInt(from.size())), random)) ? 1 : 0;
        }
        assertTrue(accepted > ROUNDS / 50 && accepted < ROUNDS, accepted + " were accepted");
    }

    /** In folders below, too, where Jazzer puts what it finds. */
    private static List<String> corpus(String fuzzer) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> file.toString().contains("/" + fuzzer + "Inputs/")).sorted().toList()) {
                texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return texts;
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
