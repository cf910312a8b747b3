package org.chronus.instrument.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as services, cron and careless shells start it, from a place whose path has spaces and letters beyond ASCII. */
class SurroundingsTest {
    @TempDir
    static Path place;
    private static Installation installed;
    @TempDir
    Path folder;

    @BeforeAll static void install() throws IOException {
        installed = new Installation(place.resolve("Chronus für $HOME * (ñ)"));
    }

    @BeforeEach void compose() throws Exception {
        Chronus.song(folder.resolve("Lied ñ.mid"));
    }

    private void assertSaid(int code, String out, String err, Map<String, String> environment, String line) throws Exception {
        Installation.Said said = installed.run(folder, environment, line);
        assertEquals(err, said.err(), line);
        assertEquals(out, said.out(), line);
        assertEquals(code, said.code(), line);
    }

    @Test void itStartsWithNextToNothingInItsEnvironmentAndWithWhatIsWrong() throws Exception {
        String init = Chronus.run("show", "Init").out();
        assertSaid(0, init, "", Map.of(), "unset PATH JAVA_HOME; export -n PATH JAVA_HOME; PATH=/usr/bin:" + System.getProperty("java.home") + "/bin "
                + "exec \"$chronus\" show Init");
        assertSaid(0, init, "", Map.of("PATH", "/nonexistent", "HOME", "", "TERM", "", "TMPDIR", "/nonexistent", "LANG", "C",
                "XDG_DATA_HOME", "here"), "exec /usr/bin/env LC_ALL=xx_YY.UTF-8 \"$chronus\" show Init");
    }

    @Test void namesBeyondAsciiAreReadAndWrittenUnderTheLocaleOfCronAndTheLanguageOfAnybody() throws Exception {
        assertEquals(0, Chronus.run("render", folder.resolve("Lied ñ.mid"), "-o", folder.resolve("a.wav")).code());
        Map<String, String> cron = Map.of("LC_ALL", "C", "CHRONUS_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG");
        Installation.Said said = installed.run(folder, cron,
                "(printf before; exec \"$chronus\" render 'Lied ñ.mid' -o - --report 'Größe.json') >b.wav && cmp a.wav <(tail -c +7 b.wav)");
        assertEquals(0, said.code(), said.out() + said.err() + ": sound that is led into a file has its length, too");
        assertTrue(said.err().matches("standard output: [0-9.]+ s, peak -[0-9.]+ dBFS, 1 voices at most, [0-9]+ times real time"), said.err());
        assertTrue(Files.readString(folder.resolve("Größe.json")).contains("\"sampleRate\" : 48000"));
        assertSaid(2, "", "chronus: \uFFFD.mid: is a name that UTF-8 cannot express: rename the file in UTF-8, and start with LC_ALL=C.UTF-8",
                cron, "exec \"$chronus\" render $'\\xf1.mid' -o a.wav");
    }

    @Test void aWorkingFolderThatIsGoneIsOneLine() throws Exception {
        assertSaid(1, "", "chronus: the working directory is gone: change to one that is there", Map.of(),
                "mkdir gone; cd gone; rmdir ../gone; exec \"$chronus\" list midi");
    }

    @Test void standardOutputThatIsFullOrClosedIsOneLineAndAnErrorAndAReaderMayLeave() throws Exception {
        String line = "chronus: standard output: cannot be written (%s): %s", elsewhere = "choose another place";
        assertSaid(1, "", line.replaceFirst("%s", "No space left on device").replace("%s", "make room, or " + elsewhere), Map.of(),
                "exec \"$chronus\" list modules >/dev/full");
        assertSaid(1, "", line.replaceFirst("%s", "Bad file descriptor").replace("%s", elsewhere), Map.of(), "exec \"$chronus\" list modules >&-");
        assertSaid(0, "141\n", "", Map.of(), "\"$chronus\" describe midi | true; echo ${PIPESTATUS[0]}");
        assertSaid(0, Chronus.run("describe", "osc").out(), "", Map.of(), "exec \"$chronus\" describe osc <&- 2>&-");
    }
}
