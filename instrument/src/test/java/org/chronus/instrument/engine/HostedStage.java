package org.chronus.instrument.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.clap.ClapFormat;
import org.chronus.hosting.clap.TestPlugins;
import org.chronus.hosting.module.HostedTypes;
import org.chronus.hosting.soundfont.SoundFontFormat;
import org.chronus.instrument.engine.slots.PrimedPatch;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.instrument.prime.PrimeException;
import org.chronus.instrument.prime.Primer;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleSource;
import org.chronus.modules.ModuleType;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.ReadResult;

/** A stage for presets with the CLAP plugins for tests, {@code clap:org.chronus.tests.sine} and its siblings, or a SoundFont, in helper processes. */
public final class HostedStage implements AutoCloseable {
    public static final String SINE = "clap:org.chronus.tests.sine", MIDI_SINE = "clap:org.chronus.tests.midi",
            MPE_SINE = "clap:org.chronus.tests.mpe";
    public static final String FONT = "sf2:/usr/share/sounds/sf2/TimGM6mb.sf2";

    public final Engine engine = new Engine(Stage.RATE, 0xFFFF, 0, null);
    private final Primer live = new Primer(Stage.RATE, engine.pedals(), engine.parameters());

    /** One part that an instrument plays at full level, for one note as loud as its velocity. */
    public static String instrument(String type) {
        return "chronus: 1\nname: Hosted\ninstrument: {type: \"" + type + "\", gain: 1}\n";
    }

    /** Primes it to be played into a file. */
    public HostedStage offer(String text) throws PrimeException {
        return offer(live.patient(), text);
    }

    /** Primes it for real time; it is waited for all the same, so that a slow machine fails nothing. */
    public HostedStage offerLive(String text) throws PrimeException {
        return offer(live, text);
    }

    private HostedStage offer(Primer primer, String text) throws PrimeException {
        ReadResult<Preset> reading = new PresetReader(ModuleCatalog.load().with(new TestTypes())).read(text, "test.yaml");
        Preset preset = reading.found().orElseThrow(() -> new AssertionError(reading.problems()));
        PrimedPatch patch = primer.prime(new SwapReport(SwapRequest.program(engine.position(), 0, 0)), preset);
        patch.patch().live(false);
        engine.handover().offer(patch);
        return this;
    }

    /** The left channel of the next frames. */
    public float[] left(int frames) {
        float[] left = new float[frames];
        engine.render(left, new float[frames], frames);
        return left;
    }

    @Override public void close() {
        engine.slots().giveBackAll();
        engine.handover().clear(patch -> patch.patch().close());
        for (var back = engine.handover().takeBack(); back != null; back = engine.handover().takeBack()) {
            back.patch().close();
        }
    }

    /** The plugins for tests as types of modules. */
    private static final class TestTypes implements ModuleSource {
        @Override public Optional<ModuleType> find(String name) {
            try {
                if (name.equals(FONT)) {
                    SoundFontFormat format = new SoundFontFormat();
                    Path file = Path.of(name.substring(name.indexOf(':') + 1));
                    assumeTrue(format.missing().isEmpty() && Files.exists(file), "install libfluidsynth3 and timgm6mb-soundfont");
                    return HostedTypes.of(format.scan(file).getFirst(), format);
                }
                return HostedTypes.of(TestPlugins.own(name.substring(name.lastIndexOf('.') + 1)), new ClapFormat());
            } catch (PluginException e) {
                throw new AssertionError(e);
            }
        }

        @Override public List<String> names() {
            return List.of(SINE, MIDI_SINE, MPE_SINE, FONT);
        }

        @Override public Optional<String> refusal(String name) {
            return Optional.empty();
        }
    }
}
