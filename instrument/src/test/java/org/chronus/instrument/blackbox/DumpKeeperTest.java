package org.chronus.instrument.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.audio.ClockedBackend;
import org.chronus.instrument.engine.Stage;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps that are written by themselves. */
class DumpKeeperTest {
    static final int SWITCH = 20;
    static final String BAD = """
            chronus: 1
            name: Bad
            modules:
              osc: {type: sine}
              bad: {type: misbehaves, how: throw}
              env: {type: adsr}
              amp: {type: vca}
            cables: [osc * 0.25 -> bad -> amp -> out, env -> amp.gain]
            controllers: {%d: {to: bad.now}}
            """.formatted(SWITCH);

    @TempDir
    private Path folder;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            return files.sorted().toList();
        }
    }

    private void send(Instrument instrument, Gesture gesture) {
        instrument.receive(new Event(System.nanoTime(), gesture));
    }

    @Test void aFailoverLeavesAFileAndSaysWhere() throws Exception {
        try (BlackBoxRig rig = new BlackBoxRig(folder)) {
            Instrument instrument = rig.instrument;
            instrument.listen(new DumpKeeper(instrument, folder.resolve("state"), said::add));
            instrument.begin(Stage.preset(BAD));
            instrument.start(new ClockedBackend("null", BlackBoxRig.RATE, 256, null), instrument.engine(), () -> { });
            rig.await(1);
            send(instrument, new Gesture.NoteOn(1, 0, 60, 0.9f));
            send(instrument, new Gesture.Controller(1, 0, SWITCH, 1));
            String line = said.poll(20, TimeUnit.SECONDS);
            assertEquals("dump    another patch took over: what led to it is in " + files().getFirst(), line);
            Dump dump = DumpReader.read(files().getFirst());
            assertTrue(dump.commands().stream().anyMatch(entry -> entry.command() instanceof Gesture.Controller move && move.number() == SWITCH));
            BlackBoxRig.Replayed again = BlackBoxRig.replay(files().getFirst(), folder.resolve("again.wav"));
            assertTrue(again.report().troubles().stream().anyMatch(trouble -> trouble.kind().equals("a patch failed")));
        }
    }

    @Test void theNewestAreKept() throws Exception {
        try (BlackBoxRig rig = new BlackBoxRig(folder)) {
            DumpKeeper keeper = new DumpKeeper(rig.instrument, folder.resolve("state"), said::add);
            for (int i = 0; i < DumpKeeper.KEPT + 3; i++) {
                keeper.keepBeforeTheEnd();
            }
            assertEquals(DumpKeeper.KEPT, files().size());
            assertTrue(said.stream().toList().getLast().endsWith(files().getLast().toString()));
        }
    }

    @Test void aServiceHasItsOwnFolder() {
        assertEquals(Path.of("/var/lib/chronus"), DumpKeeper.folder(Map.of("STATE_DIRECTORY", "/var/lib/chronus:/other", "XDG_STATE_HOME", "/x")));
        assertEquals(Path.of("/x/chronus"), DumpKeeper.folder(Map.of("XDG_STATE_HOME", "/x")));
    }
}
