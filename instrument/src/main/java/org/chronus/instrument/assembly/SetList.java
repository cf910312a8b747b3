package org.chronus.instrument.assembly;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.chronus.presets.library.Bank;
import org.chronus.presets.library.ProgramAddress;

/** Where the player is in the order of a bank: the place of the program that was asked for last. Any thread but the audio thread. */
public final class SetList {
    private Bank bank;
    private List<ProgramAddress> order;
    private int place;

    /** At the beginning. */
    public SetList(Bank bank) {
        this.bank = bank;
        order = bank.order();
    }

    /** Where it is. */
    public synchronized ProgramAddress current() {
        return order.get(place);
    }

    /** The bank has been read anew: the place is kept as far as there is one. */
    public synchronized void use(Bank other) {
        ProgramAddress before = order.get(place);
        bank = other;
        order = other.order();
        place = order.contains(before) ? order.indexOf(before) : Math.min(place, order.size() - 1);
    }

    /**
     * The bank has another order.
     *
     * @param places where each place of the set is now
     * @param moved  where each program is now
     */
    public synchronized void use(Bank other, IntUnaryOperator places, UnaryOperator<ProgramAddress> moved) {
        ProgramAddress here = moved.apply(order.get(place));
        int same = places.applyAsInt(place);
        bank = other;
        order = other.order();
        place = same >= 0 && same < order.size() && order.get(same).equals(here) ? same : Math.max(0, order.indexOf(here));
    }

    /** The bank whose order it is. */
    public synchronized Bank bank() {
        return bank;
    }

    /** The number of that place, from 0. */
    public synchronized int place() {
        return place;
    }

    /** Goes to a place by its number, as far as there is one. */
    public synchronized void resume(int number) {
        place = Math.clamp(number, 0, order.size() - 1);
    }

    /** What is so many places further on, or back if negative; it goes nowhere. */
    public synchronized ProgramAddress look(int places) {
        return order.get(Math.floorMod(place + places, order.size()));
    }

    /** Goes so many places on, or back if negative, and says where that is; after the last comes the first. */
    public synchronized ProgramAddress step(int places) {
        place = Math.floorMod(place + places, order.size());
        return order.get(place);
    }

    /**
     * The player goes to a program by another way. If it is in the order several times, that is the next of them; if it is not, or there
     * is no such program, the place is kept.
     */
    public synchronized void goTo(int bankNumber, int program) {
        Optional<ProgramAddress> address = bank.address(bankNumber, program);
        for (int i = 0; address.isPresent() && i < order.size(); i++) {
            if (order.get((place + i) % order.size()).equals(address.get())) {
                place = (place + i) % order.size();
                return;
            }
        }
    }

    /** What steps would ask for, on and back, and does not play already: the nearest first, of two as near the next; so many at most. */
    public synchronized List<ProgramAddress> neighbours(int most) {
        return IntStream.rangeClosed(1, order.size()).boxed().flatMap(by -> Stream.of(by, -by))
                .map(by -> order.get(Math.floorMod(place + by, order.size()))).filter(program -> !program.equals(order.get(place)))
                .distinct().limit(most).toList();
    }
}
