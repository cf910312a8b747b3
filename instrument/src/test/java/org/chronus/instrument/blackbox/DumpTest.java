package org.chronus.instrument.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.chronus.instrument.engine.Engine;
import org.chronus.instrument.engine.blackbox.BlackBox;
import org.chronus.instrument.random.CommandKind;
import org.chronus.instrument.random.CommandMix;
import org.chronus.instrument.random.RandomCommands;
import org.chronus.midi.command.Command;
import org.chronus.midi.command.Gesture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Dumps as files: what is in them, and what is refused. */
class DumpTest {
    private static final int BLOCK = 64, AT_ONCE = 1_000;

    @TempDir
    private Path folder;

    private static void render(Engine engine, int blocks) {
        float[] left = new float[BLOCK], right = new float[BLOCK];
        for (int i = 0; i < blocks; i++) {
            engine.render(left, right, BLOCK);
        }
    }

    private Path dump() throws Exception {
        try (BlackBoxRig rig = new BlackBoxRig(folder)) {
            Engine engine = rig.instrument.engine();
            engine.schedule(100, new Gesture.NoteOn(1, 0, 60, 0.8f));
            render(engine, 20);
            return DumpFile.write(rig.instrument, "a test", folder.resolve("dump.jsonl")).path();
        }
    }

    private String refusal(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("other.jsonl"), text);
        String message = assertThrows(DumpException.class, () -> DumpReader.read(file)).getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.startsWith(file + ": "), message);
        return message.substring(file.toString().length() + 2);
    }

    @Test void aBlackBoxThatWasTooShortSaysSoAndPlaysFromWhereItBegins() throws Exception {
        try (BlackBoxRig rig = new BlackBoxRig(folder)) {
            Engine engine = rig.instrument.engine();
            render(engine, 10);
            for (int sent = 0; sent < BlackBox.COMMANDS; sent += AT_ONCE) {
                for (int i = 0; i < AT_ONCE; i++) {
                    engine.schedule(engine.position(), new Gesture.Controller(1, 0, 1, i / (float) AT_ONCE));
                }
                render(engine, 1);
            }
            engine.schedule(engine.position(), new Gesture.NoteOn(1, 0, 60, 0.8f));
            render(engine, 200);
            DumpFile file = DumpFile.write(rig.instrument, "a test", folder.resolve("dump.jsonl"));
            assertFalse(file.exactness().isExact());
            BlackBoxRig.Replayed again = BlackBoxRig.replay(file.path(), folder.resolve("again.wav"));
            assertTrue(again.report().start() > 0 && again.report().start() < engine.position());
            assertEquals(engine.position() - again.report().start(), again.report().frames());
            assertTrue(again.report().reasons().getFirst().contains("too short"), again.report().reasons()::toString);
            assertTrue(again.report().peakDb() > -40, "what played then plays");
        }
    }

    @Test void aDumpThatIsNotWholeOrNotOursIsRefusedInALine() throws Exception {
        String text = Files.readString(dump());
        assertEquals("it is cut off after line " + (text.lines().count() - 1) + ": take a whole copy",
                refusal(text.substring(0, text.length() - 10)));
        assertTrue(refusal(text.substring(0, text.length() / 2)).startsWith("it is cut off"));
        assertTrue(refusal(text.replaceFirst("(?m)^.*\"NoteOn\".*\n", "")).startsWith("lines are missing"));
        assertTrue(refusal(text.replaceFirst("\"NoteOn\"", "\"Nothing\"")).contains("is wrong: there is no command"));
        assertTrue(refusal(text.replaceFirst("\"version\":1", "\"version\":2")).startsWith("it is of version 2, and this Chronus reads version 1"));
        assertTrue(refusal("{\"some\":1}\n").startsWith("it is no dump"));
        assertTrue(refusal("MThd").startsWith("it is no dump"));
        assertTrue(refusal("").startsWith("it is empty"));
        assertTrue(assertThrows(DumpException.class, () -> DumpReader.read(folder.resolve("none"))).getMessage().contains("there is no such file"));
    }

    @Test void aPresetThatCannotBeReadHereIsRefusedInALine() throws Exception {
        Path foreign = Files.writeString(folder.resolve("foreign.jsonl"), Files.readString(dump()).replaceAll("type: chorus", "type: nobodys"));
        String message = assertThrows(DumpException.class, () -> BlackBoxRig.replay(foreign, folder.resolve("again.wav"))).getMessage();
        assertTrue(message.contains(" cannot be read here: ") && !message.contains("\n"), message);
    }

    @Test void everyCommandIsTheSameAfterItWasWrittenAndRead() {
        RandomCommands commands = new RandomCommands(CommandMix.ofAll(1), 4);
        JsonMapper mapper = new JsonMapper();
        for (CommandKind kind : CommandKind.values()) {
            for (int i = 0; i < 200; i++) {
                Command command = commands.next(kind);
                ObjectNode line = mapper.createObjectNode();
                CommandText.write(command, line);
                assertEquals(command, CommandText.read(mapper.readTree(mapper.writeValueAsString(line))));
            }
        }
    }

    @Test void whatWasPlayedIsThereToRead() throws Exception {
        Dump dump = DumpReader.read(dump());
        assertEquals(List.of(new Gesture.NoteOn(1, 0, 60, 0.8f)), dump.commands().stream().map(entry -> entry.command()).toList());
        assertEquals(100, dump.commands().getFirst().frame());
        assertEquals(20 * BLOCK, dump.header().end());
        assertEquals(0, dump.offers().getFirst().swapFrame());
        assertTrue(dump.presets().getFirst().source().text().contains("modules:"));
    }
}
