package org.chronus.instrument.osc;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every address that is sent from here. Such messages are never answered, lest two instruments talk for ever. Immutable; any thread. */
public enum OscAnswer {
    OK("/ok", "address ...", "it is done"),
    ERROR("/error", "address reason", "it is refused, and nothing has changed; the reason says what is wrong and what to do"),
    WARNING("/warning", "address text", "it is done, but perhaps not what was meant"),
    SCHEMA_ADDRESS("/schema/address", "address arguments meaning", "one of the answers to `/schema`"),
    SCHEMA_PORT("/schema/port", "type kind name values meaning", "one of the answers to `/schema/module`; kind is `in`, `set` or `out`"),
    EVENT_READY("/event/ready", "preset milliseconds", "a preset that was asked for, by whomever, is ready"),
    EVENT_SWAPPED("/event/swapped", "preset bank program", "it plays; bank and program are -1 for a draft"),
    EVENT_FAILED("/event/failed", "preset reason", "it does not, and what played goes on"),
    EVENT_XRUN("/event/xrun", "count", "so many periods of sound have come too late by now");

    private final String address;
    private final String arguments;
    private final String meaning;

    OscAnswer(String address, String arguments, String meaning) {
        this.address = address;
        this.arguments = arguments;
        this.meaning = meaning;
    }

    String address() {
        return address;
    }

    /** True of what another instrument may have sent. */
    static boolean is(String address) {
        return Stream.of(values()).anyMatch(answer -> answer.address.equals(address));
    }

    static String text() {
        return Stream.of(values()).map(each -> "| `" + each.address + "` | " + each.arguments + " | " + each.meaning + " |")
                .collect(Collectors.joining("\n", "| answer | arguments | what it says |\n|---|---|---|\n", "\n"));
    }
}
