package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.chronus.instrument.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlayWithKeyboardsTest {
    @TempDir
    Path configuration;

    @Test void whatComesGoesAndChangesIsSaidInOneLineEachAndListed() throws Exception {
        Path file = Files.createDirectory(configuration.resolve("chronus")).resolve("devices.yaml");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(KeyboardsComeAndGo.class, file.toString())).redirectErrorStream(true);
        builder.environment().put("XDG_CONFIG_HOME", configuration.toString());
        Process play = builder.start();
        play.getOutputStream().close();
        String said = new String(play.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, play.waitFor(), said);
        assertEquals("""
                midi    Grand is here
                midi    Pad is here
                clock   Pad, N bpm
                clock   Pad is silent; its tempo stays for what sounds
                midi    Grand is gone; its keys are released
                midi    devices.yaml:2:19: a device has no "pedl": did you mean pedal? (1 more: chronus check); what was in force stays
                midi    devices.yaml: its new settings are in force
                midi    Grand is here: pedal inverted, transpose -12 st
                Pad                      Pad, without hardware
                Grand                    Grand, without hardware; as "Grand": pedal inverted, transpose -12 st""",
                said.replace(file.toString(), "devices.yaml").lines()
                        .filter(line -> line.startsWith("midi") || line.startsWith("clock") || line.contains("without hardware"))
                        .map(line -> line.replaceAll("[0-9.]+ bpm", "N bpm")).collect(Collectors.joining("\n")));
    }

    @Test void aPedalGoesThroughTheSetAndTheKeyboardHearsWhichProgramPlays() throws Exception {
        Path folder = Files.createDirectory(configuration.resolve("chronus"));
        Files.writeString(folder.resolve("devices.yaml"),
                "chronus: 1\ndevices: {Grand: {next: cc 66, panic: note C8, announce: 2}}\n");
        Path bank = Files.writeString(configuration.resolve("gig.yaml"), """
                chronus: 1
                bank: Gig
                first: 1
                programs: {1: Stage tine, 5: Pluck, 9: broken.yaml}
                set: [5, 1]
                """);
        Files.writeString(configuration.resolve("broken.yaml"), "chronus: 1\nname: Broken\nmodules: {a: {type: saw}}\n");
        ProcessBuilder builder = new ProcessBuilder(ChildJvm.command(SetListByPedal.class, bank.toString())).redirectErrorStream(true);
        builder.environment().put("XDG_CONFIG_HOME", configuration.toString());
        Process play = builder.start();
        play.getOutputStream().close();
        String said = new String(play.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, play.waitFor(), said);
        assertEquals("heard   [b10000, b12000, c104, b10000, b12000, c100, b10000, b12000, c104, b10000, b12000, c100]",
                said.lines().filter(line -> line.startsWith("heard")).collect(Collectors.joining()));
    }
}
