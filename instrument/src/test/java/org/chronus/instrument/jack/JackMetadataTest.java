package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

import org.chronus.foreign.Native;
import org.junit.jupiter.api.Test;

/** What patch bays show of us. */
class JackMetadataTest {
    private static final String ICON = "http://jackaudio.org/metadata/icon-name";

    private static long subject(JackClient client, String port) {
        try (Arena arena = Arena.ofConfined()) {
            return JackLibrary.pointer("jack_port_uuid", JackLibrary.pointer("jack_port_by_name", client.client, JackLibrary.text(arena, port)));
        }
    }

    private static long subjectOfClient(JackClient client, String name) {
        try (Arena arena = Arena.ofConfined()) {
            long text = JackLibrary.pointer("jack_get_uuid_for_client_name", client.client, JackLibrary.text(arena, name));
            MemorySegment number = arena.allocate(JAVA_LONG);
            assertEquals(0, JackLibrary.number("jack_uuid_parse", text, number.address()));
            return number.get(JAVA_LONG, 0);
        }
    }

    /** Empty if there is none. */
    private static String property(long subject, String key) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(JAVA_LONG), type = arena.allocate(JAVA_LONG);
            int result = JackLibrary.number("jack_get_property", subject, JackLibrary.text(arena, key), value.address(), type.address());
            return result == 0 ? Native.text(value.get(JAVA_LONG, 0)) : "";
        }
    }

    @Test void portsAndClientHaveNamesForPeopleAsLongAsTheyAreThere() throws IOException, InterruptedException {
        try (JackServer server = new JackServer(64)) {
            JackBackend jack = JackBackend.open(JackOptions.usual().at(server.name));
            assumeTrue(JackLibrary.has("jack_set_property"), "a library without metadata");
            JackClient other = JackClient.open("other", server.name, new QuietListener());
            try {
                jack.start((left, right, frames) -> { });
                long left = subject(other, "chronus:out_left"), right = subject(other, "chronus:out_right");
                long client = subjectOfClient(other, "chronus");
                assertEquals("Chronus, left", property(left, JackMetadata.NAME));
                assertEquals("Chronus, right", property(right, JackMetadata.NAME));
                assertEquals("Chronus", property(client, JackMetadata.NAME));
                assertEquals("audio-x-generic", property(client, ICON));
                assertTrue(Integer.parseInt(property(left, JackMetadata.ORDER)) < Integer.parseInt(property(right, JackMetadata.ORDER)));
                jack.close();
                for (long gone : List.of(left, right, client)) {
                    assertEquals("", property(gone, JackMetadata.NAME), "and no longer");
                }
            } finally {
                other.close();
                jack.close();
            }
        }
    }
}
