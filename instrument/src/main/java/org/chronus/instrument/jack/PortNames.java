package org.chronus.instrument.jack;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What ports are called. Stateless; any thread but the audio thread. */
final class PortNames {
    /** Of a2jmidid and of PipeWire: the device, its direction, and the name of the device's port. */
    private static final Pattern BRIDGE = Pattern.compile(".*\\((?:capture|playback)(?:_\\d+)?\\):? *(.+)");
    /** Of JACK's own driver, as an alias: the client of the driver, and the device. */
    private static final Pattern DRIVER = Pattern.compile("[^:]+:(.+)/midi_(?:capture|playback)_\\d+");

    private PortNames() { }

    /** The name of the device that has a hardware port, the same for its input and its output: from an alias if one says it. */
    static String device(String port, List<String> aliases) {
        return Stream.concat(aliases.stream(), Stream.of(port)).flatMap(name -> Stream.of(BRIDGE.matcher(name), DRIVER.matcher(name)))
                .filter(Matcher::matches).map(matcher -> matcher.group(1).strip()).findFirst().orElse(port);
    }

    /** The name of the port of ours that is connected to a device. A colon would end the name of a client. */
    static String own(String device, boolean sends) {
        return (sends ? "from " : "to ") + device.replace(':', ' ');
    }
}
