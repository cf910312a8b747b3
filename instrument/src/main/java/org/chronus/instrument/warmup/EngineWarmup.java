package org.chronus.instrument.warmup;

import static org.chronus.instrument.random.CommandKind.*;
import static org.chronus.modules.Module.BLOCK;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.slots.Handover;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.Selection;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleType;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;

/**
 * Leads an engine that nobody hears through everything that can happen to one, thousands of times, on patches that cost nothing: every
 * kind of voices and of transition, voices that end, are struck again, stolen and cured, loudness for the limiter, silence. The compiler
 * leaves out branches that it has never seen taken, and starts over when one is taken for the first time; after this warm-up none is left.
 * Loader thread.
 */
public final class EngineWarmup {
    private static final int BLOCKS = 2_400, SCENE = 150, TROUBLE = 20, COMMANDS_PER_BLOCK = 6;
    /** So much of the time there is, in every fourth scene: notes are taken, but no patch. */
    private static final double SHORT_OF_TIME = 0.95;
    /** Volume, which makes it loud as well, pan, expression, modulation; what stands between them; and what the presets below bind. */
    private static final Integer[] CONTROLLERS = {7, 10, 11, 1, 7, 10, 11, 1, 2, 3, 4, 6, 8, 9, 12, 74,
            21, 22, 23, 21, 22, 23, 21, 22, 23, 21, 22, 23};
    private static final List<String> VOICES = List.of("{count: 5, glide: 2 ms}", "{mode: mono, glide: 3 ms}", "{mode: legato, glide: 2 ms}",
            "{mode: mono, priority: lowest}", "{count: 3}");
    /** Of the preset of that number; as quick as they can be. */
    private static final Map<Integer, String> PLAYERS = Map.of(
            3, "{type: arpeggiator, order: up_down, octaves: 2, step: 0.05 beat, gate: 100 %, swing: 30 %}",
            4, "{type: scale, notes: [0, 2, 4, 5, 7, 9, 11]}, {type: chord, notes: [0, 7]}, "
                    + "{type: arpeggiator, order: chord, step: 10 ms, latch: yes}",
            5, "{type: arpeggiator, order: random, step: 0.03 beat}, {type: chord, notes: [0, 12]}",
            7, "{type: arpeggiator, order: played, step: 0.02 beat, gate: 100 %}, {type: arpeggiator, order: down, step: 10 ms}");
    /** Written to from outside: ports of every kind, of voices and of the mix, by one part or by all. */
    private static final List<String> WRITTEN = List.of("next.level", "last.tone", "low/next.level", "second.level", "last.time", "last.level");
    private static final List<String> TRANSITIONS = List.of("ring", "ring", "crossfade", "cut");

    /** Several classes, for where one or two would be taken for all that there are. */
    private static final List<Supplier<FaultInjector>> MAKERS = List.of(FaultInjector::new,
            () -> new FaultInjector() {
                @Override public double tail() {
                    return 0.01;
                }
            }, () -> new FaultInjector() {
                @Override public double tail() {
                    return 0.02;
                }
            }, () -> new FaultInjector() {
                @Override public double tail() {
                    return Double.POSITIVE_INFINITY;
                }
            });

    private final float sampleRate;
    private final SplittableRandom random = new SplittableRandom(1);
    private final LongSupplier processor = Engine.processorTime();
    private long pretended, step;

    public EngineWarmup(float sampleRate) {
        this.sampleRate = sampleRate;
    }

    public void run() throws PrimeException {
        ModuleCatalog catalog = ModuleCatalog.load();
        for (Supplier<FaultInjector> maker : MAKERS) {
            catalog = catalog.and(new ModuleType("injector" + MAKERS.indexOf(maker), "for warm-ups", maker));
        }
        List<Preset> presets = presets(new PresetReader(catalog));
        Engine engine = new Engine(sampleRate, 0x7FFF, 0, null, this::processorNanos);
        Primer primer = new Primer(sampleRate, engine.pedals(), engine.parameters());
        RandomCommands mixed = new RandomCommands(mix(engine), 1);
        float[] left = new float[2 * BLOCK], right = new float[2 * BLOCK];
        for (int block = 0; block < BLOCKS; block++) {
            int scene = block / SCENE;
            if (block % SCENE == 0) {
                offer(scene, presets, primer, engine);
            } else if (block % SCENE == SCENE / 2 && engine.handover().wantsSpare()) {
                engine.handover().lend(patch(scene, SwapRequest.AT_ONCE, presets, primer, engine.handover()));
            }
            // Two scenes of three end in silence, long enough for voices to end by themselves.
            if (scene % 3 == 0 || block % SCENE < SCENE / 3) {
                for (int i = 0; i < COMMANDS_PER_BLOCK; i++) {
                    engine.offer(new Event(System.nanoTime(), command(mixed)));
                }
            }
            // About two looks at the clock come to a block.
            step = (long) (0.5e9 * BLOCK / sampleRate * (scene % 4 == 3 ? SHORT_OF_TIME : 0.1));
            engine.process(left, right, 1 + random.nextInt(2 * BLOCK));
            engine.isSilent();
        }
    }

    /** Few keys, so that they are struck again and stolen; every kind of command for the engine as often as the compiler needs. */
    private static CommandMix mix(Engine engine) {
        return new CommandMix(0).channels(0, 0, 0, 0, 0, 0, 1, 1, 1, 14, 15).keys(60, 9, 10).controllers(CONTROLLERS)
                .parameters(WRITTEN.stream().map(engine.parameters()::give).mapToInt(OptionalInt::orElseThrow).boxed().toList())
                .weigh(NOTE_ON, 128).weigh(NOTE_OFF, 128).weigh(CONTROLLER, 32).weigh(PITCH_BEND, 16).weigh(CHANNEL_PRESSURE, 8)
                .weigh(POLY_PRESSURE, 8).weigh(PEDAL, 22).weigh(PORTAMENTO, 4).weigh(KEY_TUNING, 2).weigh(MPE_ZONE, 4)
                .weigh(BEND_RANGE, 1).weigh(TUNING, 1).weigh(MODULATION_DEPTH, 1).weigh(MASTER_VOLUME, 1).weigh(MASTER_TUNING, 1).weigh(VOICE_MODE, 3)
                .weigh(ALL_SOUND_OFF, 3).weigh(ALL_NOTES_OFF, 3).weigh(RESET_CONTROLLERS, 3).weigh(RELEASE_SOURCE, 3)
                .weigh(CHANNEL_PROGRAM, 3).weigh(SET_PARAMETER, 27)
                .weigh(TURN, 27).weigh(NUDGE, 27).weigh(TEMPO, 40).weigh(OWN_TEMPO, 20).weigh(SONG_POSITION, 20);
    }

    /** Code that is cold would be taken for an overload, and most notes for too many: so it looks, but goes by a clock of its own. */
    private long processorNanos() {
        pretended += step;
        return pretended + Math.min(0, processor.getAsLong());
    }

    /** Mostly of the mix; and what makes a module give out what is not a number, and lets it play again. */
    private Command command(RandomCommands mixed) {
        return random.nextInt(24) == 0 ? new Gesture.Controller(0, random.nextInt(2), TROUBLE, random.nextInt(40) == 0 ? 1 : 0) : mixed.next();
    }

    /** In every other scene the change has its place in time, with commands before and after it. */
    private void offer(int scene, List<Preset> presets, Primer primer, Engine engine) throws PrimeException {
        long number = scene % 2 == 0 ? SwapRequest.AT_ONCE : scene;
        engine.handover().offer(patch(scene, number, presets, primer, engine.handover()));
        if (number != SwapRequest.AT_ONCE) {
            engine.offer(new Event(System.nanoTime(), new Selection.Commit(0, number)));
        }
    }

    /** One that has come back, or, while there is none, one of the presets. */
    private static PrimedPatch patch(int scene, long number, List<Preset> presets, Primer primer, Handover handover) throws PrimeException {
        PrimedPatch old = scene < presets.size() ? null : handover.takeBack();
        SwapReport report = new SwapReport(new SwapRequest(number, 0, 0, 0, 0, Optional.empty()));
        return old == null ? primer.prime(report, presets.get(scene % presets.size())) : primer.primeAgain(report, old);
    }

    private static List<Preset> presets(PresetReader reader) {
        return Stream.iterate(0, i -> i + 1).limit(2 * VOICES.size()).map(i -> {
            String section = String.format(Locale.ROOT, """
                    voices: %s
                    players: [%s]
                    modules:
                      free: {type: injector0, per: patch}
                      bad:  {type: injector0}
                      next: {type: injector1, level: 0.9, tone: 0.01 beat, time: 1 beat}
                      last: {type: injector2, tone: 0.01 beat}
                    cables:
                      - note.gate * note.velocity * 0.5 -> bad -> next -> last -> out
                      - bad.other, next * 0.5, cc.1 * 0.1, cc.4 * 0.1 -> last
                      - %s * 12 st -> note.pitch
                      - note.gate * note.velocity, note.pressure * 0.1, note.timbre * 0.1 -> next.level
                      - note.gate, cc.1 * 0.1, cc.2 * 0.1, free, next * 0.1 -> last.level
                      - bad -> next.mood
                      - note.octave * 1 oct, cc.1 * bend * 0.5 oct, free * 1 oct -> next.tone
                      - note.octave * 1 oct, free * 10 Hz, next * 20 Hz -> last.tone
                      - note.velocity * 1 oct -> last.time
                    controllers:
                      %d: {to: bad.mood}
                      21: [{to: next.level}, {to: next.tone}]
                      22: [{to: last.level}, {to: last.tone}]
                      23: {to: next.time}
                    """, VOICES.get(i % VOICES.size()), PLAYERS.getOrDefault(i, ""), i % 2 == 0 ? "cc.1" : "free", TROUBLE);
            String head = "chronus: 1\nname: Warm-up\nhold: 10 ms\ntransition: " + TRANSITIONS.get(i % TRANSITIONS.size()) + "\n";
            String parts = "parts:\n  low:\n    keys: .. E4\n" + section.indent(4) + "  high:\n    keys: D4 ..\n" + section.indent(4);
            String mix = """
                    mix:
                      modules: {first: {type: injector1}, second: {type: injector2}, third: {type: injector3}}
                      cables: [voices -> first -> second -> third -> out]
                    """;
            return reader.read(head + (i % 3 == 2 ? parts : section) + (i % 2 == 1 ? mix : ""), "warm-up").value();
        }).toList();
    }
}
