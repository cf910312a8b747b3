package org.chronus.instrument.warmup;

import static org.chronus.modules.Module.BLOCK;

import java.util.List;
import java.util.Optional;
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
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.command.KeyPitches;
import org.chronus.midi.command.ParameterChange;
import org.chronus.midi.command.Release;
import org.chronus.midi.command.Selection;
import org.chronus.midi.command.Setting;
import org.chronus.midi.command.Transport;
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
    private static final int BLOCKS = 2_400, SCENE = 150, TROUBLE = 20;
    /** So much of the time there is, in every fourth scene: notes are taken, but no patch. */
    private static final double SHORT_OF_TIME = 0.95;
    /** Volume, which makes it loud as well, pan, expression, modulation; and what stands between them. */
    private static final List<Integer> PART = List.of(7, 10, 11, 1, 7, 10, 11, 1, 2, 3, 4, 6, 8, 9, 12);
    private static final List<String> VOICES = List.of("{count: 5, glide: 2 ms}", "{mode: mono, glide: 3 ms}", "{mode: legato, glide: 2 ms}",
            "{mode: mono, priority: lowest}", "{count: 3}");
    /** Written to from outside: ports of every kind, of voices and of the mix, by one part or by all. */
    private static final List<String> WRITTEN = List.of("next.level", "last.tone", "low/next.level", "second.level", "last.time", "last.level");
    /** What any tuning is to the engine. */
    private static final KeyPitches TUNING = new KeyPitches(equal());
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
                for (int i = 0; i < 4; i++) {
                    engine.offer(new Event(System.nanoTime(), command(block * 4 + i)));
                }
                engine.parameters().find(WRITTEN.get(block % WRITTEN.size())).ifPresent(number -> engine.offer(
                        new Event(System.nanoTime(), write(number))));
                engine.offer(new Event(System.nanoTime(), tempo(block)));
            }
            // About two looks at the clock come to a block.
            step = (long) (0.5e9 * BLOCK / sampleRate * (scene % 4 == 3 ? SHORT_OF_TIME : 0.1));
            engine.process(left, right, 1 + random.nextInt(2 * BLOCK));
            engine.isSilent();
        }
    }

    /** Code that is cold would be taken for an overload, and most notes for too many: so it looks, but goes by a clock of its own. */
    private long processorNanos() {
        pretended += step;
        return pretended + Math.min(0, processor.getAsLong());
    }

    private Command write(int number) {
        return switch (random.nextInt(3)) {
            case 0 -> new ParameterChange.SetParameter(0, number, random.nextInt(3));
            case 1 -> new ParameterChange.Turn(0, number, random.nextFloat(), random.nextFloat(), random.nextBoolean());
            default -> new ParameterChange.Nudge(0, number, random.nextFloat(-1, 1));
        };
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
            String section = """
                    voices: %s
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
                    """.formatted(VOICES.get(i % VOICES.size()), i % 2 == 0 ? "cc.1" : "free", TROUBLE);
            String head = "chronus: 1%nname: Warm-up%nhold: 10 ms%ntransition: %s%n".formatted(TRANSITIONS.get(i % TRANSITIONS.size()));
            String parts = "parts:\n  low:\n    keys: .. E4\n" + section.indent(4) + "  high:\n    keys: D4 ..\n" + section.indent(4);
            String mix = """
                    mix:
                      modules: {first: {type: injector1}, second: {type: injector2}, third: {type: injector3}}
                      cables: [voices -> first -> second -> third -> out]
                    """;
            return reader.read(head + (i % 3 == 2 ? parts : section) + (i % 2 == 1 ? mix : ""), "warm-up").value();
        }).toList();
    }

    private static Command tempo(int block) {
        return switch (block % 4) {
            case 0 -> new Transport.SongPosition(0, block % 64);
            case 1 -> new Transport.OwnTempo(0);
            default -> new Transport.Tempo(0, 60 + block % 120);
        };
    }

    private static float[] equal() {
        float[] pitches = new float[128];
        for (int key = 0; key < pitches.length; key++) {
            pitches[key] = key % 4 == 0 ? Float.NaN : key;
        }
        return pitches;
    }

    /** Few keys, so that they are struck again and stolen; every kind of command as often as the compiler needs. */
    private Command command(int i) {
        int key = 60 + random.nextInt(9), channel = random.nextInt(32) == 0 ? 15 : random.nextInt(4) == 0 ? 1 : 0;
        return switch (i % 24) {
            case 0 -> new Gesture.PitchBend(0, channel, (float) random.nextDouble() * 2 - 1);
            case 1 -> new Gesture.Controller(0, channel, PART.get(random.nextInt(PART.size())), random.nextInt(2));
            case 2 -> new Gesture.Controller(0, channel, TROUBLE, random.nextInt(40) == 0 ? 1 : 0);
            case 3 -> new Gesture.Controller(0, channel, 21 + random.nextInt(3), (float) random.nextDouble());
            case 4 -> random.nextBoolean() ? new Gesture.ChannelPressure(0, channel, (float) random.nextDouble())
                    : new Gesture.PolyPressure(0, channel, key, random.nextInt(2));
            case 5 -> new Gesture.Controller(0, channel, 64, random.nextInt(2));
            case 6 -> switch (random.nextInt(16)) {
                case 14, 15 -> new Setting.KeyTuning(0, 1 + random.nextInt(3), TUNING, random.nextBoolean());
                case 12 -> new Setting.MpeZone(0, 15 * random.nextInt(2), random.nextInt(3));
                case 13 -> new Gesture.Controller(0, channel, 74, (float) random.nextDouble());
                case 0 -> new Setting.BendRange(0, channel, random.nextInt(12));
                case 1 -> new Setting.Tuning(0, channel, random.nextInt(3) - 1);
                case 2 -> new Setting.ModulationDepth(0, channel, random.nextInt(2));
                case 3 -> new Setting.MasterVolume(0, random.nextInt(2) == 0 ? 1 : 0.9f);
                case 4, 5 -> new Gesture.Controller(0, channel, 5, 0.1f * (float) random.nextDouble());
                case 6, 7 -> new Gesture.Controller(0, channel, 84, key / 127f);
                default -> new Gesture.Controller(0, channel, 64 + random.nextInt(4), random.nextInt(2));
            };
            case 7 -> switch (random.nextInt(5)) {
                case 4 -> new Setting.VoiceMode(0, channel, random.nextBoolean());
                case 0 -> new Release.AllSoundOff(0, Command.ALL_CHANNELS);
                case 1 -> new Release.ResetControllers(0, channel);
                case 2 -> new Release.AllNotesOff(0, channel);
                default -> new Release.ReleaseSource(0, random.nextInt(4) == 0);
            };
            case 8, 9, 10, 11, 12, 13, 14, 15 -> new Gesture.NoteOff(0, channel, key, 0.5f);
            default -> new Gesture.NoteOn(0, channel, key, 0.01f + 0.99f * (float) random.nextDouble());
        };
    }
}
