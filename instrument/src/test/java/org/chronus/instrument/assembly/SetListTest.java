package org.chronus.instrument.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.chronus.presets.library.Bank;
import org.chronus.presets.library.BankEntry;
import org.chronus.presets.library.ProgramAddress;
import org.junit.jupiter.api.Test;

class SetListTest {
    private static final ProgramAddress INTRO = at(0, 0), VERSE = at(0, 4), SOLO = at(3, 9), ELSEWHERE = at(0, 7);
    private static final Map<Integer, NavigableMap<Integer, BankEntry>> BANKS = Map.of(
            0, programs(0, 4, 7), 3, programs(9));

    private static ProgramAddress at(int bank, int program) {
        return new ProgramAddress(bank, program);
    }

    private static NavigableMap<Integer, BankEntry> programs(int... numbers) {
        NavigableMap<Integer, BankEntry> programs = new TreeMap<>();
        for (int number : numbers) {
            programs.put(number, new BankEntry("P" + number, 1, 0));
        }
        return programs;
    }

    private static SetList of(ProgramAddress... set) {
        return new SetList(new Bank("Gig", 1, new TreeMap<>(BANKS), List.of(set), "here"));
    }

    @Test void withoutASetItGoesThroughTheFirstBankAndRound() {
        SetList list = of();
        assertEquals(INTRO, list.current());
        assertEquals(VERSE, list.step(1));
        assertEquals(ELSEWHERE, list.step(1));
        assertEquals(INTRO, list.step(1));
        assertEquals(ELSEWHERE, list.step(-1));
    }

    @Test void aSetMayComeBackToAProgram() {
        SetList list = of(INTRO, VERSE, SOLO, VERSE);
        assertEquals(List.of(VERSE, SOLO, VERSE, INTRO), List.of(list.step(1), list.step(1), list.step(1), list.step(1)));
    }

    @Test void goingToAProgramByHandGoesToItsNextPlace() {
        SetList list = of(INTRO, VERSE, SOLO, VERSE, INTRO);
        list.goTo(3, 9);
        list.goTo(0, 4);
        assertEquals(INTRO, list.step(1));
        assertEquals(INTRO, list.step(1), "round: the last is the first again");
        assertEquals(VERSE, list.step(1));
    }

    @Test void itStaysWithWhatPlaysWhenTheOrderChanges() {
        SetList numbers = of();
        numbers.step(1);
        numbers.use(numbers.bank(), place -> place, address -> address.equals(VERSE) ? INTRO : address.equals(INTRO) ? VERSE : address);
        assertEquals(INTRO, numbers.current(), "what was the second is behind the first number");
        SetList list = of(INTRO, VERSE, SOLO, VERSE);
        list.resume(3);
        Bank turned = new Bank("Gig", 1, new TreeMap<>(BANKS), List.of(VERSE, SOLO, VERSE, INTRO), "here");
        list.use(turned, place -> 3 - place, address -> address);
        assertEquals(0, list.place());
    }

    @Test void theSameProgramAgainStaysInItsPlace() {
        SetList list = of(INTRO, VERSE, SOLO, VERSE);
        list.goTo(0, 4);
        list.goTo(0, 4);
        assertEquals(SOLO, list.step(1));
    }

    @Test void anExcursionDoesNotLoseThePlace() {
        SetList list = of(INTRO, VERSE, SOLO);
        list.step(1);
        list.goTo(0, 7);
        list.goTo(5, 5);
        assertEquals(SOLO, list.step(1));
    }

    @Test void theNeighboursAreWhatAStepWouldAskFor() {
        SetList list = of(INTRO, VERSE, SOLO);
        assertEquals(List.of(VERSE, SOLO), list.neighbours(2));
        list.step(1);
        assertEquals(List.of(SOLO, INTRO), list.neighbours(2));
        assertEquals(List.of(SOLO), list.neighbours(1), "the next first");
        assertEquals(List.of(), list.neighbours(0));
        assertEquals(List.of(), of(INTRO).neighbours(2), "what plays is nobody's neighbour");
        assertEquals(List.of(VERSE, INTRO, ELSEWHERE), of(SOLO, VERSE, ELSEWHERE, SOLO, INTRO).neighbours(5), "the nearest first");
    }
}
