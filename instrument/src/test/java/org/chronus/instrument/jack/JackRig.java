package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.settings.BindingsFile;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.chronus.midi.device.DeviceRules;
import org.chronus.modules.ModuleCatalog;
import org.chronus.presets.library.Bank;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.PresetReader;

/** A whole instrument, with its control room, as the client of a JACK server that is started for it. Two programs: a low tone, and a tone. */
final class JackRig implements AutoCloseable {
    static final int PERIOD = 256, TONE = 1, A = 69;
    private static final int LOOKS = 3_000;
    private static final String TEXT = """
            chronus: 1
            name: Tone
            modules:
              osc:  {type: sine}
              trim: {type: vca, gain: 1}
              env:  {type: adsr, attack: 5 ms, release: 20 ms}
              amp:  {type: vca}
            cables: [osc * 0.25 -> trim -> amp -> out, env -> amp.gain]
            """;

    final JackServer server;
    final JackBackend jack;
    final Instrument instrument;
    final List<String> said = new CopyOnWriteArrayList<>();
    private final Path folder;
    private final ControlRoom room;

    JackRig(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        server = new JackServer(PERIOD);
        jack = JackBackend.open(JackOptions.usual().at(server.name));
        ModuleCatalog catalog = ModuleCatalog.load();
        PresetLibrary library = new PresetLibrary(new PresetReader(catalog), folder);
        Files.writeString(folder.resolve("low.yaml"), TEXT.replace("name: Tone", "name: Low").replace("{type: sine}", "{type: sine, tune: -24 st}"));
        Files.writeString(folder.resolve("tone.yaml"), TEXT);
        Path file = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nbank: Test\nprograms: {0: low.yaml, 1: tone.yaml}\n");
        Bank bank = library.readBank(library.find(file.toString()).value()).value();
        // A machine that is busy with other tests makes overruns.
        instrument = new Instrument(InstrumentSetup.live(library, bank, catalog, jack.sampleRate()).unhurried().withTimeout(5_000_000_000L)
                .withReady(1));
        instrument.begin(new ProgramAddress(0, 0));
        Tap tap = new Tap(instrument.engine());
        room = new ControlRoom(instrument, tap, new BindingsFile(folder.resolve("learned.yaml")));
        jack.report(said::add);
        instrument.start(jack, tap, () -> { });
        instrument.connect(input -> input.vendor().equals(JackMidiProvider.VENDOR), () -> DeviceRules.NONE, said::add, said::add);
    }

    static void awaitTrue(String what, BooleanSupplier condition) throws InterruptedException {
        for (int look = 0; look < LOOKS && !condition.getAsBoolean(); look++) {
            Thread.sleep(10);
        }
        assertTrue(condition.getAsBoolean(), what);
    }

    /** Carries out a request; what it answers. */
    SequencedMap<String, Object> ask(Request request) {
        Answer answer = room.ask(request, System.nanoTime()).join();
        return answer instanceof Answer.Done(var values, var _) ? values : fail(answer);
    }

    private static SequencedMap<String, Object> fail(Answer answer) {
        throw new AssertionError(answer);
    }

    void send(Command command) {
        assertTrue(instrument.receive(new Event(System.nanoTime(), command)));
    }

    void press(int key) {
        send(new Gesture.NoteOn(Instrument.OWN_SOURCE, 0, key, 1));
    }

    void lift(int key) {
        send(new Gesture.NoteOff(Instrument.OWN_SOURCE, 0, key, Gesture.NoteOff.USUAL_VELOCITY));
    }

    /** What the small client of C gets from us. */
    float[] hear() throws IOException, InterruptedException {
        Path file = folder.resolve("frames");
        server.probe(folder, "-", "chronus:out_left", file, 20);
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        float[] all = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(all);
        return all;
    }

    /** Cycles in a frame of a sine: between the first and the last time that it rises through zero. */
    static double frequency(float[] sine) {
        double first = -1, last = -1;
        int cycles = -1;
        for (int i = 1; i < sine.length; i++) {
            if (sine[i - 1] < 0 && sine[i] >= 0) {
                last = i - sine[i] / (sine[i] - sine[i - 1]);
                first = first < 0 ? last : first;
                cycles++;
            }
        }
        return cycles / (last - first);
    }

    static double peak(float[] sound) {
        double peak = 0;
        for (float each : sound) {
            peak = Math.max(peak, Math.abs(each));
        }
        return peak;
    }

    @Override public void close() throws IOException {
        instrument.close();
        server.close();
    }
}
