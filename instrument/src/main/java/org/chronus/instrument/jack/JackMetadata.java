package org.chronus.instrument.jack;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What other programs may show of a client and its ports: the metadata of JACK. It outlives clients, and servers, too, and is therefore taken
 * away. Where the library has none, or the server does not keep it, nothing is shown. Mutable; any thread but the audio thread, one at a time.
 */
final class JackMetadata {
    /** A name for people. */
    static final String NAME = "http://jackaudio.org/metadata/pretty-name";
    /** Where a port stands among those of its client, from 1 on. */
    static final String ORDER = "http://jackaudio.org/metadata/order";
    private static final String SIGNAL = "http://jackaudio.org/metadata/signal-type", ICON = "http://jackaudio.org/metadata/icon-name";
    private static final String TEXT = "text/plain", INTEGER = "http://www.w3.org/2001/XMLSchema#integer";

    private final long client;
    private final boolean exists = JackLibrary.has("jack_set_property") && JackLibrary.has("jack_remove_properties");
    private final Set<Long> described = new LinkedHashSet<>();

    /** {@code client}: what the library calls it. */
    JackMetadata(long client) {
        this.client = client;
    }

    /** The client has a name for people, and an icon of the freedesktop naming specification. */
    void client(String name, String icon) {
        if (exists && JackLibrary.has("jack_client_get_uuid") && JackLibrary.has("jack_uuid_parse")) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment subject = arena.allocate(JAVA_LONG);
                long text = JackLibrary.pointer("jack_client_get_uuid", client);
                if (text != 0 && JackLibrary.number("jack_uuid_parse", text, subject.address()) == 0) {
                    set(subject.get(JAVA_LONG, 0), NAME, name, TEXT);
                    set(subject.get(JAVA_LONG, 0), ICON, icon, TEXT);
                }
                if (text != 0) {
                    JackLibrary.run("jack_free", text);
                }
            }
        }
    }

    /** A port for audio has a name for people, and its place. */
    void audio(long port, String name, int order) {
        if (exists) {
            long subject = JackLibrary.pointer("jack_port_uuid", port);
            set(subject, NAME, name, TEXT);
            set(subject, ORDER, Integer.toString(order), INTEGER);
            set(subject, SIGNAL, "AUDIO", TEXT);
        }
    }

    private void set(long subject, String key, String value, String type) {
        try (Arena arena = Arena.ofConfined()) {
            JackLibrary.number("jack_set_property", client, subject, JackLibrary.text(arena, key), JackLibrary.text(arena, value),
                    JackLibrary.text(arena, type));
        }
        described.add(subject);
    }

    /** What was said of the client and its ports is taken back, before it closes. */
    void remove() {
        described.forEach(subject -> JackLibrary.number("jack_remove_properties", client, subject));
        described.clear();
    }
}
