package org.chronus.instrument.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Test;

class RandomCommandsTest {
    private static Stream<Class<?>> records(Class<?> family) {
        return family.isSealed() ? Arrays.stream(family.getPermittedSubclasses()).flatMap(RandomCommandsTest::records) : Stream.of(family);
    }

    @Test void everyTypeOfCommandIsMade() {
        Set<Class<?>> types = records(Command.class).collect(Collectors.toSet()), made = new HashSet<>();
        RandomCommands commands = new RandomCommands(CommandMix.ofAll(0), 1);
        for (int i = 0; i < 2_000; i++) {
            made.add(commands.next().getClass());
        }
        assertEquals(types, made);
    }

    @Test void aKindIsOfItsType() {
        for (CommandKind kind : CommandKind.values()) {
            RandomCommands commands = new RandomCommands(CommandMix.ofAll(0), 1);
            commands.next(CommandKind.NOTE_ON);
            assertInstanceOf(kind.type(), commands.next(kind));
        }
    }

    @Test void weightsAreKept() {
        RandomCommands commands = new RandomCommands(new CommandMix(0).weigh(CommandKind.PITCH_BEND, 3).weigh(CommandKind.STEP, 1), 1);
        long bends = Stream.generate(commands::next).limit(4_000).filter(Gesture.PitchBend.class::isInstance).count();
        assertEquals(3_000, bends, 150);
    }

    @Test void whatIsHeldIsLetGo() {
        RandomCommands commands = new RandomCommands(CommandMix.ofAll(0).channels(0, 1).keys(60, 4, 6), 5);
        Map<Object, Integer> down = new HashMap<>();
        int most = 0;
        List<Command> all = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            all.add(commands.next());
        }
        all.addAll(commands.letGo());
        for (Command command : all) {
            switch (command) {
                case Gesture.NoteOn on -> down.merge(List.of(on.channel(), on.key()), 1, Integer::sum);
                case Gesture.NoteOff off -> down.merge(List.of(off.channel(), off.key()), -1, Integer::sum);
                case Gesture.Controller pedal when pedal.number() >= 64 && pedal.number() <= 67 ->
                        down.put(List.of(pedal.channel(), -pedal.number()), (int) pedal.value());
                default -> { }
            }
            most = Math.max(most, down.values().stream().mapToInt(i -> i).sum());
        }
        assertTrue(most > 6, "keys and pedals were held");
        assertEquals(Set.of(0), new HashSet<>(down.values()));
    }

    @Test void theSameSeedMakesTheSame() {
        RandomCommands one = new RandomCommands(CommandMix.ofAll(2), 9), other = new RandomCommands(CommandMix.ofAll(2), 9);
        for (int i = 0; i < 500; i++) {
            assertEquals(one.next(), other.next());
        }
    }
}
