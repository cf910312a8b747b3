package org.chronus.instrument.rehearsal;

import static org.chronus.instrument.rehearsal.GigBank.plain;
import static org.chronus.instrument.rehearsal.GigBank.preset;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.chronus.instrument.rehearsal.Verdict.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would embarrass on stage is found, and said once, with the program and the cure. */
class BankRehearsalTest {
    @TempDir
    private static Path folder;
    private static BankReport report;

    @BeforeAll static void rehearse() throws Exception {
        String split = """
                chronus: 1
                parts:
                  low:  {keys: %s, level: %s, modules: {a: {type: saw}, b: {type: adsr}, c: {type: vca}}, cables: [a -> c -> out, b * 0.02 -> c.gain]}
                  high: {keys: %s, modules: {d: {type: saw}, e: {type: adsr}, f: {type: vca}}, cables: [d -> f -> out, e * 0.02 -> f.gain]}
                """;
        Path bank = new GigBank(folder).add("plain", plain("0 dB")).add("twin", plain("-1 dB")).add("third", plain("1 dB"))
                .add("clipping", preset("", "", "note.velocity * note.velocity * note.velocity * 0.4", ""))
                .add("silent", preset("", "", "0", ""))
                .add("halfsilent", split.formatted(".. B3", "0", "C4 .."))
                .add("loud", plain("8 dB")).add("tooloud", preset("", "", "0.3", ""))
                .add("nan", preset("", "  bad: {type: misbehaves}\n", "0.025", "  - note.velocity -> bad.now\n  - bad -> out\n"))
                .add("endless", preset("", "", "0.025", "mix:\n  modules: {hum: {type: sine}, low: {type: vca, gain: 0.01}}\n"
                        + "  cables: [voices -> out, hum -> low -> out]\n"))
                .add("hole", split.formatted(".. B2", "1", "E3 .."))
                .add("unreached", split.formatted("C9 ..", "1", ".. B8"))
                .add("dc", preset("", "", "0.025", "  - env * 0.1 -> out\n"))
                .addEntry("{preset: plain.yaml, level: -12 dB}").addEntry("missing.yaml").write();
        report = GigBank.rehearse(bank.toString(), false);
    }

    private static List<Verdict> bad(String name) {
        return report.verdicts().stream().filter(verdict -> verdict.embarrassing() && verdict.place().contains(name)).toList();
    }

    private static void is(String name, Kind kind, String what, String cure) {
        List<Verdict> verdicts = bad(name);
        assertEquals(1, verdicts.size(), () -> name + ": " + verdicts);
        assertEquals(kind, verdicts.getFirst().kind(), verdicts::toString);
        assertTrue(verdicts.getFirst().what().contains(what), verdicts::toString);
        assertTrue(verdicts.getFirst().cure().contains(cure), verdicts::toString);
    }

    @Test void eachFaultIsFoundOnceAndHasACure() {
        assertAll(
                () -> is("clipping", Kind.CLIPPING, "before the limiter", "lower its level by"),
                () -> is(" silent", Kind.FAILURE, "is silent", "correct it"),
                () -> is("halfsilent", Kind.SILENCE, "part low: nothing is heard of any key", "levels and cables"),
                () -> is("6 loud", Kind.LOUDNESS, "LU louder than the bank's median of -3", "write 'level: 0"),
                () -> is("tooloud", Kind.LOUDNESS, "LUFS, and clips", "write 'level: -21."),
                () -> is("nan", Kind.NOT_A_NUMBER, "not a number", "feedback"),
                () -> is("endless", Kind.TAIL, "does not end: after 30 s", "release"),
                () -> is("hole", Kind.KEYS, "no part plays C3 .. D#3, between", "widen"),
                () -> is("unreached", Kind.KEYS, "reaches part low", "between A0 and C8"),
                () -> is("dc", Kind.DC, "DC, -", "dcblock"),
                () -> is("13 plain", Kind.LOUDNESS, " LU softer", "at several levels: change this one's by +12"),
                () -> is("bank.yaml", Kind.PROBLEM, "missing.yaml", "chronus list presets"));
    }

    @Test void whatIsAsItShouldBeHasNoVerdict() {
        Stream.of("0 plain", "twin", "third").forEach(name -> assertEquals(List.of(), bad(name)));
    }

    @Test void theRowsAreInTheOrderOfTheBank() {
        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"),
                report.programs().stream().map(BankReport.Row::number).toList());
        assertTrue(report.programs().get(4).measured() == null);
        assertTrue(!report.isGood());
    }

    @Test void whatAPatchTakesIsMeasured() {
        Measured plain = report.programs().getFirst().measured();
        assertEquals(16, plain.voices());
        assertTrue(plain.core() > 0 && plain.megabytes() > 0.1 && plain.megabytes() < 20 && plain.readyMillis() > 0, plain::toString);
        assertEquals(0.2, plain.tailSeconds(), 0.15);
    }
}
