package org.chronus.instrument.jack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.chronus.instrument.audio.LatencyProbe;
import org.chronus.instrument.cli.options.AudioChoice;
import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.device.DeviceRules;
import org.chronus.midi.device.MidiDevices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client of a real JACK server. */
class JackBackendTest {
    private static final int PERIOD = 64, NOTES = 1_000;
    private static final String CLICK = """
            chronus: 1
            name: Click
            modules:
              osc: {type: pulse}
              env: {type: adsr, attack: 0 s, decay: 0 s, sustain: 1, release: 0 s}
              amp: {type: vca}
            cables: [osc * 0.25 -> amp -> out, env -> amp.gain]
            """;

    private static JackBackend open(JackServer server) throws IOException {
        return JackBackend.open(JackOptions.usual().at(server.name));
    }

    private static void awaitTrue(String what, BooleanSupplier condition) throws InterruptedException {
        for (int look = 0; look < 1_500 && !condition.getAsBoolean(); look++) {
            Thread.sleep(20);
        }
        assertTrue(condition.getAsBoolean(), what);
    }

    private static float[] floats(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
        float[] all = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(all);
        return all;
    }

    @Test void everyFrameArrivesOnceAndInOrder(@TempDir Path folder) throws Exception {
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = open(server)) {
            assertEquals(48_000, jack.sampleRate());
            assertEquals(PERIOD, jack.period());
            int[] count = {0};
            jack.start((left, right, frames) -> {
                for (int i = 0; i < frames; i++) {
                    left[i] = count[0]++ % (1 << 24);
                }
            });
            Path file = folder.resolve("frames");
            server.probe(folder, "-", "chronus:out_left", file, 100);
            float[] heard = floats(file);
            for (int i = 1; i < heard.length; i++) {
                assertEquals(heard[i - 1] + 1, heard[i], "frame " + i);
            }
        }
    }

    @Test void aNoteIsHeardOnePeriodAfterItWasSentToTheFrame(@TempDir Path folder) throws Exception {
        Stage stage = new Stage(new Engine(Stage.RATE, 0xFFFF, 0, null));
        stage.offer(CLICK);
        Path file = folder.resolve("frames");
        List<String> lines;
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = open(server)) {
            jack.start(stage.engine);
            try (MidiDevices devices = new MidiDevices(input -> input.vendor().equals(JackMidiProvider.VENDOR), () -> DeviceRules.NONE, 8,
                    stage.engine::offer, _ -> { }, _ -> { })) {
                devices.start();
                lines = server.probe(folder, "chronus:midi_in", "chronus:out_left", file, NOTES);
            }
        }
        float[] sound = floats(file);
        List<Long> lags = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("note ")) {
                int sent = Integer.parseInt(line.substring(5)), heard = sent;
                while (heard < sent + 8 * PERIOD && Math.abs(sound[heard] - sound[heard - 1]) < 1e-3) {
                    heard++;
                }
                lags.add((long) heard - sent);
            }
        }
        assertEquals(NOTES, lags.size());
        System.out.println("jack: notes are heard " + Collections.min(lags) + " to " + Collections.max(lags) + " frames after they were sent");
        assertEquals(Collections.min(lags), Collections.max(lags), "constant");
        assertTrue(Collections.min(lags) >= PERIOD && Collections.min(lags) < PERIOD + 8, "one period");
    }

    @Test void whenTheServerIsKilledTheInstrumentGoesOnAndIsHeardAgain() throws Exception {
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = open(server)) {
            List<String> said = Collections.synchronizedList(new ArrayList<>());
            long[] frames = {0};
            jack.report(said::add);
            jack.start((left, right, n) -> frames[0] += n);
            for (int round = 0; round < 3; round++) {
                server.kill();
                awaitTrue("it is said", () -> said.stream().anyMatch(line -> line.startsWith("JACK has ended")));
                long then = frames[0];
                awaitTrue("the clock goes on", () -> frames[0] > then + 4_800);
                server.start();
                awaitTrue("it is back", () -> said.stream().anyMatch(line -> line.startsWith("JACK is back")));
                long now = frames[0];
                awaitTrue("and plays", () -> frames[0] > now + 4_800);
                said.clear();
            }
        }
    }

    @Test void whatGoesOutAndComesInIsOnePeriodLate() throws Exception {
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = open(server)) {
            LatencyProbe probe = new LatencyProbe(5, 4_800);
            jack.start(probe);
            jack.loop();
            awaitTrue("all bursts", probe::isDone);
            int[] frames = probe.frames();
            for (int round = 1; round < frames.length; round++) {
                assertEquals(PERIOD, frames[round], "round " + round);
            }
        }
    }

    @Test void withoutAServerItSaysSo() {
        IOException refused = assertThrows(IOException.class, () -> JackBackend.open(JackOptions.usual().at("chronus-test-nobody")));
        assertTrue(refused.getMessage().startsWith("no JACK server chronus-test-nobody runs") || refused.getMessage().equals(JackClient.MISSING),
                refused.getMessage());
    }

    @Test void aServerIsFoundByItsSocketAndOneThatHasDiedIsNot() throws Exception {
        try (JackServer server = new JackServer(PERIOD)) {
            JackSockets sockets = JackSockets.ofJack(server.name, System.getenv());
            assertTrue(sockets.answer());
            server.kill();
            assertFalse(sockets.answer());
        }
        Path stale = Path.of("/tmp/jack_chronus-test-" + ProcessHandle.current().pid() + "_0");
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(stale));
        }
        try {
            assertFalse(JackSockets.ofJack("chronus-test-" + ProcessHandle.current().pid(), System.getenv()).answer(), "its server was killed");
        } finally {
            Files.delete(stale);
        }
    }

    @Test void aServerThatHangsIsSaidAndOneThatGoesOnIsUsed() throws Exception {
        try (JackServer server = new JackServer(PERIOD)) {
            server.stop(true);
            for (int round = 0; round < 2; round++) {
                JackBackend.NoAnswerException refused = assertThrows(JackBackend.NoAnswerException.class, () -> open(server));
                assertEquals("the JACK server " + server.name + " does not answer: restart it, or choose another --audio", refused.getMessage());
            }
            List<String> said = new ArrayList<>();
            AudioChoice.open("auto", 48_000, PERIOD, JackOptions.usual().at(server.name), said::add).close();
            assertEquals(List.of("the JACK server " + server.name
                    + " does not answer: restart it, or choose another --audio; Java Sound plays"), said);
            server.stop(false);
            awaitTrue("it is there", () -> {
                try (JackBackend jack = open(server)) {
                    return jack.sampleRate() == 48_000;
                } catch (IOException notYet) {
                    return false;
                }
            });
        }
    }

    @Test void theAudioThreadAllocatesNothing() throws Exception {
        try (JackServer server = new JackServer(PERIOD); JackBackend jack = open(server)) {
            var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
            long[] counts = new long[4];
            AtomicBoolean done = new AtomicBoolean();
            jack.start((left, right, n) -> {
                long now = threads.getCurrentThreadAllocatedBytes();
                counts[0]++;
                // The first calls load classes; the library grows its tables once more about a hundred calls later.
                if (counts[0] == 2_000) {
                    counts[1] = now;
                }
                if (counts[0] == 6_000) {
                    counts[2] = now - counts[1];
                    done.set(true);
                }
            });
            awaitTrue("six thousand cycles", done::get);
            assertEquals(0, counts[2]);
        }
    }
}
