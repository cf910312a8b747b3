package org.chronus.instrument.osc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests share that talk to an instrument by OSC: packets over the loopback, a clock for a sound card, and what is heard of it. */
abstract class OscSession {
    static final double MIDDLE_C = 440 * Math.pow(2, -9 / 12.0);
    static final int TENTH = OscRig.RATE / 10;

    @TempDir
    static Path folder;
    static OscRig rig;
    OscClient client;

    @BeforeAll static void play() throws Exception {
        rig = new OscRig(folder.resolve("presets"));
    }

    @AfterAll static void end() throws Exception {
        rig.close();
    }

    @BeforeEach void connect() throws Exception {
        client = rig.client();
        client.ask("/patch/abort");
        // The echoes of another test.
        for (int i = 0; i < 100 && OscRig.rms(rig.hear(TENTH)) > 1e-6; i++) {
            client.ask("/panic");
        }
    }

    @AfterEach void silence() throws Exception {
        client.ask("/panic");
        client.close();
    }

    /** A sine, a level, an envelope. */
    final void draft() throws Exception {
        client.ok("/patch/create", "osc1", "sine");
        client.ok("/patch/create", "level", "vca");
        client.ok("/patch/create", "env1", "adsr");
        client.ok("/patch/create", "amp", "vca");
        client.ok("/mod/level/gain", 1);
        client.ok("/patch/connect", "osc1", "level", 0.25f);
        client.ok("/patch/connect", "level", "amp");
        client.ok("/patch/connect", "amp", "out");
        client.ok("/patch/connect", "env1", "amp.gain");
    }

    final void commit(String name) throws Exception {
        assertEquals(name, client.ok("/patch/commit", name).getFirst());
    }
}
