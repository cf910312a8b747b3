package org.chronus.instrument.osc;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.chronus.midi.command.Event;
import org.chronus.midi.command.ParameterChange;
import org.chronus.modules.Input;
import org.chronus.presets.draft.PortNames;
import org.chronus.presets.preset.Preset;

/**
 * Sets the inputs of modules: of the draft, until it is committed; of what plays; or of both, if that is the draft as it was committed.
 */
final class ValueHandler {
    private static final String PATTERN = ".*[*?\\[\\]{}].*";
    private static final int SEGMENTS = 2, WITH_A_PART = 3;

    private final ControlContext context;
    private final PatchHandler patches;
    private final PortNames words;

    ValueHandler(ControlContext context, PatchHandler patches) {
        this.context = context;
        this.patches = patches;
        words = new PortNames(context.catalog());
    }

    /** {@code rest}: what stands behind {@code /mod/}. */
    void set(String rest, Arguments arguments, long nanos, Reply reply) throws Refused {
        if (rest.matches(PATTERN)) {
            throw new Refused("patterns are not understood", "send a message for each module, in one bundle");
        }
        String[] segments = rest.split("/", -1);
        if (segments.length != SEGMENTS && segments.length != WITH_A_PART) {
            throw new Refused("this address has no port", "send /mod/ID/PORT, or /mod/PART/ID/PORT");
        }
        String place = rest.substring(0, rest.lastIndexOf('/')), port = segments[segments.length - 1];
        Optional<String> drafted = patches.type(place);
        if (arguments.isText(0)) {
            write(place, port, drafted, arguments.text(0), reply);
        } else {
            write(place, port, drafted, arguments.number(0), nanos, reply);
        }
    }

    /** Words are for the reader of presets: units and choices. */
    private void write(String place, String port, Optional<String> drafted, String text, Reply reply) throws Refused {
        if (drafted.isEmpty()) {
            throw new Refused("a text is for drafts, and the draft has no " + place, "send a number, or /patch/load first");
        }
        Optional<PortNames.Named> named = words.find(drafted.get(), place, port).found();
        patches.set(place, named.map(found -> found.input().symbol()).orElse(port), text, reply);
        reply.ok(text, "draft");
    }

    private void write(String place, String port, Optional<String> drafted, double number, long nanos, Reply reply) throws Refused {
        Optional<Preset> playing = context.instrument().playing();
        List<PlayingModules.Found> sounding = drafted.isPresent() && !patches.isLive() ? List.of() : PlayingModules.find(playing, place);
        if (drafted.isEmpty() && sounding.isEmpty()) {
            other(place, port, number, nanos, playing, reply);
            return;
        }
        String type = drafted.orElseGet(() -> sounding.getFirst().module().type().name());
        PortNames.Named named = Refused.orElse(words.find(type, place, port));
        float value = named.value(number);
        List<PlayingModules.Found> open = sounding.stream().filter(found -> isOpen(found, type, named.input())).toList();
        if (drafted.isEmpty() && open.isEmpty()) {
            throw new Refused(place + "." + named.input().symbol() + " follows " + named.input().follows().orElseThrow(),
                    "give it a value on a draft, by /patch/load, and commit"
                            + (named.input().symbol().equals("gate") ? "; or send /gate/" + place : ""));
        }
        if (drafted.isPresent()) {
            patches.set(place, named, value);
        }
        if (!open.isEmpty()) {
            send(place + "." + named.input().symbol(), value, nanos);
        }
        reply.ok(value, drafted.isEmpty() ? "live" : open.isEmpty() ? "draft" : "both");
    }

    /** A port that follows the key would have the value added to the key's. */
    private static boolean isOpen(PlayingModules.Found found, String type, Input input) {
        return found.module().type().name().equals(type) && !found.module().follows(input);
    }

    /** Only a patch that played before, or is about to, may know it. */
    private void other(String place, String port, double number, long nanos, Optional<Preset> playing, Reply reply) throws Refused {
        String name = place + "." + port;
        if (context.engine().parameters().find(name).isEmpty()) {
            throw PlayingModules.none(playing, place);
        }
        send(name, (float) number, nanos);
        reply.ok((float) number, "another");
    }

    private void send(String name, float value, long nanos) throws Refused {
        OptionalInt number = context.engine().parameters().find(name);
        if (number.isEmpty()) {
            throw new Refused("there have been too many names since the start", "start again, or use fewer");
        }
        if (!Float.isFinite(value)) {
            throw new Refused(value + " is too large", "send less");
        }
        if (!context.engine().offer(new Event(nanos, new ParameterChange.SetParameter(ControlContext.SOURCE, number.getAsInt(), value)))) {
            throw new Refused("too much at once", "send less often");
        }
    }
}
